using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Power;

/// <summary>Reads the machine's status until it is as wished, and decides what a lost answer means.</summary>
/// <remarks>
/// A start or a stop whose answer was lost and whose effect is missing is sent again: the status says that it was not
/// done, and twice is harmless. A restart leaves no trace in the status, so it is looked for in the audit and never sent twice.
/// </remarks>
public sealed class VerifyPower(
    Database database,
    OperationStore operations,
    IntentStore intents,
    ResourceStore resources,
    InstanceReader reader,
    ContaboAccounts accounts,
    ProcessRun run,
    TimeProvider clock,
    PurchasingOptions purchasing,
    ComputeOptions options)
{
    /// <summary>The intent is saved and its sender has not reported.</summary>
    public async Task SenderLostAsync(Operation operation, CancellationToken cancellationToken)
    {
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var actsUntil = intent.DeadlineAt + purchasing.SenderGrace;
        if (!run.HasEnded(intent.Owner) && clock.GetUtcNow() < actsUntil)
        {
            await database.WriteAsync(
                "power.believe_sender", unit => OperationStore.PostponeAsync(unit, operation, actsUntil), cancellationToken);
            return;
        }

        await database.WriteAsync(
            "power.sender_lost",
            async unit =>
            {
                var move = PowerInstanceFlow.Move(operation, PowerInstanceTrigger.AnswerLost, "The process that sent it ended; reading the machine's status.");
                if (await operations.TryMoveAsync(unit, operation, move with { DueAt = unit.Now }))
                {
                    await IntentStore.CloseAsync(unit, operation.Id, operation.Attempt, IntentOutcome.Unknown, "the sender ended");
                }
            },
            cancellationToken);
    }

    /// <summary>Reads once.</summary>
    public async Task AdvanceAsync(Operation operation, PowerAction action, CancellationToken cancellationToken)
    {
        var (resource, _) = (await resources.FindAsync(operation.ResourceId!.Value, cancellationToken))!.Value;
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var seen = await reader.AskAsync(resource, cancellationToken);
        var lost = intent.Outcome == IntentOutcome.Unknown;
        if (action == PowerAction.Restart && lost && await IsInAuditAsync(intent, cancellationToken))
        {
            lost = false;
        }

        await database.WriteAsync("power.looked", unit => DecideAsync(unit, operation, action, intent, seen, lost), cancellationToken);
    }

    private async Task DecideAsync(UnitOfWork unit, Operation operation, PowerAction action, Intent intent, InstanceRow? seen, bool lost)
    {
        if ((await ResourceStore.GetAsync(unit, operation.ResourceId!.Value)).State == Resource.Gone)
        {
            var gone = ComputeProblems.InstanceGone();
            await MoveAsync(unit, operation, PowerInstanceTrigger.Impossible, gone.Detail, gone);
            return;
        }

        var asWished = seen?.Status == PowerActions.Wished(action).Value && !(action == PowerAction.Restart && lost);
        if (asWished)
        {
            await MoveAsync(unit, operation, PowerInstanceTrigger.StatusRead, $"The machine is {seen!.Status}.", null);
            await IntentStore.ResolveAsync(unit, operation.Id, IntentOutcome.Found, "the machine's status was read");
        }
        else if (unit.Now >= operation.DeadlineAt)
        {
            var problem = action == PowerAction.Restart && lost ? ComputeProblems.RestartUnknown() : ComputeProblems.PowerNotInTime();
            await MoveAsync(unit, operation, PowerInstanceTrigger.DeadlinePassed, problem.Detail, problem);
        }
        else if (seen is not null && lost && action != PowerAction.Restart && unit.Now >= intent.DeadlineAt + purchasing.SenderGrace)
        {
            await MoveAsync(unit, operation, PowerInstanceTrigger.NotDone, $"The machine is still {seen.Status}: the wish is sent again.", null);
        }
        else if (seen is not null && intent.Action == PowerActions.NameOf(PowerAction.Shutdown) && unit.Now >= intent.CreatedAt + options.ShutdownPatience)
        {
            await MoveAsync(unit, operation, PowerInstanceTrigger.GuestIgnored, "The machine's system did not shut down in time: it is stopped.", null);
        }
        else
        {
            await OperationStore.PostponeAsync(unit, operation, unit.Now + PowerRules.Pause(operation, unit.Now, options.LookEvery, purchasing.HoldEvery));
        }
    }

    private Task<bool> MoveAsync(UnitOfWork unit, Operation operation, PowerInstanceTrigger trigger, string text, Problem? problem)
    {
        var again = trigger is PowerInstanceTrigger.NotDone or PowerInstanceTrigger.GuestIgnored;
        return operations.TryMoveAsync(
            unit, operation, PowerInstanceFlow.Move(operation, trigger, text) with { Problem = problem, DueAt = again ? unit.Now : null });
    }

    /// <summary>Whether the provider's audit has the call. Not found proves nothing.</summary>
    private async Task<bool> IsInAuditAsync(Intent intent, CancellationToken cancellationToken)
    {
        if (accounts.Find(intent.Account) is not { } account)
        {
            return false;
        }

        try
        {
            return await PowerAudit.HasAsync(account.Client, RequestId.Parse(intent.RequestId), intent.Target!.Value.Value, cancellationToken);
        }
        catch (ContaboApiException)
        {
            // Nothing was learned; it is looked for again until the deadline.
            return false;
        }
    }
}
