using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Writes what came of a terminate. Whatever the call answered, only a date that was read back proves the end.</summary>
public sealed class EndOfContract(Database database, OperationStore operations)
{
    private static readonly Actor Worker = Actor.Kontor("purchasing");

    /// <summary>The wish was sent, and this is what the call came to; the date is read next.</summary>
    public Task SentAsync(Operation seen, string outcome, string detail, CancellationToken cancellationToken) => database.WriteAsync(
        "terminate.sent",
        async unit =>
        {
            var now = (await OperationStore.FindAsync(unit, seen.Id))!;
            var state = TerminateInstanceFlow.StateOf(now);
            if (now.Attempt == seen.Attempt
                && TerminateInstanceStates.Table.Allows(state, TerminateInstanceTrigger.Sent)
                && await operations.TryMoveAsync(unit, now, Verifying(now, state, unit.Now, detail)))
            {
                await IntentStore.CloseAsync(unit, seen.Id, seen.Attempt, outcome, detail);
            }
        },
        cancellationToken);

    /// <summary>The end was read back from the provider.</summary>
    public Task ProvenAsync(Operation seen, Resource resource, DateOnly date, CancellationToken cancellationToken) => database.WriteAsync(
        "terminate.proven",
        async unit =>
        {
            var next = TerminateInstanceStates.Table.Next(TerminateInstanceFlow.StateOf(seen), TerminateInstanceTrigger.DateRead);
            var wished = (await TerminationStore.FindAsync(unit, seen.SubjectId, seen.Generation))?.EndsOn;
            var move = TerminateInstanceFlow.Move(next, $"Terminated: paid until {date:yyyy-MM-dd}, then it ends.{Moved(wished, date)}", Worker) with { ResourceId = resource.Id };
            if (await operations.TryMoveAsync(unit, seen, move))
            {
                await ContractStore.SetCancelDateAsync(unit, resource.Id, date, seen.Attempt > 0 ? seen.Id : null);
                await IntentStore.ResolveAsync(unit, seen.Id, IntentOutcome.Found, "the end date was read back");
                await CloseStalledPurchaseAsync(unit, seen);
                unit.Publish(new ContractEndConfirmed(seen.SubjectId.Value, seen.Generation, resource.Id.Value, date));
            }
        },
        cancellationToken);

    /// <summary>Whatever day was wished for, the provider's counts.</summary>
    private static string Moved(DateOnly? wished, DateOnly date) =>
        wished is { } day && day != date ? $" {day:yyyy-MM-dd} was wished for; Contabo set its own day." : "";

    /// <summary>A machine that never ran and now ends: nobody needs to look after its purchase any more.</summary>
    private async Task CloseStalledPurchaseAsync(UnitOfWork unit, Operation terminate)
    {
        var purchase = (await TerminateTarget.FindAsync(unit, terminate)).Purchase;
        if (purchase is not null && CreateInstanceFlow.StateOf(purchase) == CreateInstanceState.Stalled)
        {
            var next = CreateInstanceStates.Table.Next(CreateInstanceState.Stalled, CreateInstanceTrigger.CalledOff);
            await operations.TryMoveAsync(unit, purchase, CreateInstanceFlow.Move(next, "Terminated before it ran.", Worker));
        }
    }

    private static OperationMove Verifying(Operation operation, TerminateInstanceState state, DateTimeOffset now, string detail) =>
        TerminateInstanceFlow.Move(
            TerminateInstanceStates.Table.Next(state, TerminateInstanceTrigger.Sent), $"Sent ({detail}); reading the end date back.", Worker)
            with
        { DueAt = now, DeadlineAt = operation.DeadlineAt };
}
