using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>From unknown to known: looks in audit and list. One hit is adopted; more, odd or none is for a person, never bought again.</summary>
public sealed class ResolveCreate(
    Database database,
    OperationStore operations,
    IntentStore intents,
    SaleStore sales,
    ContaboAccounts accounts,
    CreateOutcomes outcomes,
    FoundInstanceCheck check,
    ProcessRun run,
    TimeProvider clock,
    PurchasingOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("purchasing");

    /// <summary>The intent is saved and its sender has not reported: believe in it for as long as it may act.</summary>
    public async Task SenderLostAsync(Operation operation, CancellationToken cancellationToken)
    {
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var actsUntil = intent.DeadlineAt + options.SenderGrace;
        if (run.HasEnded(intent.Owner) || clock.GetUtcNow() >= actsUntil)
        {
            await outcomes.SenderLostAsync(operation, cancellationToken);
            return;
        }

        await database.WriteAsync(
            "create.believe_sender", unit => OperationStore.PostponeAsync(unit, operation, actsUntil), cancellationToken);
    }

    /// <summary>Looks once.</summary>
    public async Task LookAsync(Operation operation, CancellationToken cancellationToken)
    {
        var order = await sales.OrderOfAsync(operation.Id, cancellationToken);
        if (accounts.Find(order.Account) is not { } account)
        {
            await LookAgainAsync(operation, AccountProblems.Missing(order.Account), cancellationToken);
            return;
        }

        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var result = await OutcomeLookup.LookAsync(account.Client, RequestId.Parse(intent.RequestId), order, cancellationToken);
        await (result.Found switch
        {
            [var instance] => AdoptAsync(operation, order, account, instance, cancellationToken),
            [] => NothingFoundAsync(operation, intent, result, cancellationToken),
            var several => OddAsync(operation, PurchasingProblems.SeveralFound(several), cancellationToken),
        });
    }

    /// <summary>Says again that a person is needed.</summary>
    public Task AnnounceAsync(Operation operation, CancellationToken cancellationToken) => database.WriteAsync(
        "create.announce",
        unit => OperationStore.AnnounceAsync(unit, operation, unit.Now + options.AnnounceEvery),
        cancellationToken);

    private async Task AdoptAsync(
        Operation operation, SealedOrder order, ContaboAccount account, long instance, CancellationToken cancellationToken)
    {
        var problem = await check.CheckAsync(account, order, instance, cancellationToken);
        await (problem switch
        {
            null => outcomes.BoughtAsync(operation, new ProviderInstanceId(instance), PurchaseLedger.ByLookup, cancellationToken),
            { Kind: ProblemKind.Unavailable } => LookAgainAsync(operation, problem, cancellationToken),
            _ => OddAsync(operation, problem, cancellationToken),
        });
    }

    /// <summary>
    /// Nothing found means nothing until both lists were complete and every late arrival had its time. Then it means: ask a
    /// person. It never means: buy.
    /// </summary>
    private Task NothingFoundAsync(Operation operation, Intent intent, LookupResult result, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (result.Complete && now >= intent.DeadlineAt + options.Settling)
        {
            return ParkAsync(operation, CreateInstanceTrigger.DeadlinePassed, PurchasingProblems.AbsentAfterSettling(), cancellationToken);
        }

        var trouble = PurchasingProblems.OutcomeUnknown(result.Trouble ?? "not found yet");
        return now >= operation.DeadlineAt
            ? ParkAsync(operation, CreateInstanceTrigger.DeadlinePassed, trouble, cancellationToken)
            : LookAgainAsync(operation, trouble, cancellationToken);
    }

    private Task OddAsync(Operation operation, Problem problem, CancellationToken cancellationToken) =>
        ParkAsync(operation, CreateInstanceTrigger.Odd, problem, cancellationToken);

    private Task ParkAsync(Operation operation, CreateInstanceTrigger trigger, Problem problem, CancellationToken cancellationToken)
    {
        if (CreateInstanceFlow.StateOf(operation) == CreateInstanceState.Parked)
        {
            return AnnounceAsync(operation with { ProblemCode = problem.Code, ProblemDetail = problem.Detail }, cancellationToken);
        }

        var parked = CreateInstanceFlow.Move(
            CreateInstanceStates.Table.Next(CreateInstanceFlow.StateOf(operation), trigger), problem.Detail, Worker) with
        { Problem = problem };
        return database.WriteAsync(
            "create.parked",
            unit => operations.TryMoveAsync(unit, operation, parked with { DueAt = unit.Now + options.AnnounceEvery }),
            cancellationToken);
    }

    private Task LookAgainAsync(Operation operation, Problem note, CancellationToken cancellationToken)
    {
        if (CreateInstanceFlow.StateOf(operation) == CreateInstanceState.Parked)
        {
            return AnnounceAsync(operation, cancellationToken);
        }

        return database.WriteAsync(
            "create.look_again",
            unit => OperationStore.PostponeAsync(unit, operation, unit.Now + options.LookEvery, note),
            cancellationToken);
    }
}
