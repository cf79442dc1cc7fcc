using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>
/// Reads the end date back. Still none after the grace: the same wish goes to the same machine again, which is harmless,
/// until a date is read or the deadline calls a person.
/// </summary>
public sealed class VerifyCancel(
    Database database,
    OperationStore operations,
    IntentStore intents,
    ResourceStore resources,
    InstanceReader reader,
    EndOfContract end,
    ProcessRun run,
    TimeProvider clock,
    PurchasingOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("purchasing");

    /// <summary>The intent is saved and its sender has not reported.</summary>
    public async Task SenderLostAsync(Operation operation, CancellationToken cancellationToken)
    {
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var actsUntil = intent.DeadlineAt + options.SenderGrace;
        if (run.HasEnded(intent.Owner) || clock.GetUtcNow() >= actsUntil)
        {
            await end.SentAsync(operation, IntentOutcome.Unknown, "the process that sent it ended", cancellationToken);
            return;
        }

        await database.WriteAsync(
            "terminate.believe_sender", unit => OperationStore.PostponeAsync(unit, operation, actsUntil), cancellationToken);
    }

    /// <summary>Reads once.</summary>
    public async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (operation.ResourceId is not { } id)
        {
            await AnnounceAsync(operation, cancellationToken);
            return;
        }

        var (resource, _) = (await resources.FindAsync(id, cancellationToken))!.Value;
        if (await reader.AskAsync(resource, cancellationToken) is { CancelDate: { } date })
        {
            await end.ProvenAsync(operation, resource, date, cancellationToken);
            return;
        }

        await database.WriteAsync("terminate.no_date", unit => WithoutDateAsync(unit, operation, resource), cancellationToken);
    }

    private async Task WithoutDateAsync(UnitOfWork unit, Operation operation, Resource resource)
    {
        var state = TerminateInstanceFlow.StateOf(operation);
        if (resource.State == Resource.Gone)
        {
            await MoveAsync(unit, operation, TerminateInstanceTrigger.Gone, "The machine is gone from the provider.", null);
        }
        else if (state == TerminateInstanceState.Overdue)
        {
            await OperationStore.AnnounceAsync(unit, operation, unit.Now + options.AnnounceEvery);
        }
        else if (unit.Now >= operation.DeadlineAt)
        {
            await MoveAsync(
                unit, operation, TerminateInstanceTrigger.DeadlinePassed, ComputeProblems.NoEndDate().Detail, unit.Now + options.AnnounceEvery);
        }
        else if (unit.Now >= operation.UpdatedAt + GraceOf(operation))
        {
            await MoveAsync(
                unit, operation, TerminateInstanceTrigger.StillWithoutDate, "Still no end date: the same wish is sent to the same machine again.", unit.Now);
        }
        else
        {
            await OperationStore.PostponeAsync(unit, operation, unit.Now + PauseOf(operation, unit.Now));
        }
    }

    /// <summary>Each time the wish was sent in vain, the next waits twice as long: up to 32 times the grace.</summary>
    private TimeSpan GraceOf(Operation operation) => options.CancelGrace * (1 << Math.Clamp(operation.Attempt - 1, 0, 5));

    /// <summary>A date appears within seconds or not soon: the longer it did not, the rarer it is read.</summary>
    private TimeSpan PauseOf(Operation operation, DateTimeOffset now)
    {
        var waited = (now - operation.UpdatedAt) / 2;
        return waited > options.LookEvery ? waited : options.LookEvery;
    }

    private async Task MoveAsync(
        UnitOfWork unit, Operation operation, TerminateInstanceTrigger trigger, string text, DateTimeOffset? dueAt)
    {
        var next = TerminateInstanceStates.Table.Next(TerminateInstanceFlow.StateOf(operation), trigger);
        var move = TerminateInstanceFlow.Move(next, text, Worker) with { DueAt = dueAt, DeadlineAt = operation.DeadlineAt };
        await operations.TryMoveAsync(
            unit, operation, next == TerminateInstanceState.Overdue ? move with { Problem = ComputeProblems.NoEndDate() } : move);
    }

    private Task AnnounceAsync(Operation operation, CancellationToken cancellationToken) => database.WriteAsync(
        "terminate.announce",
        unit => OperationStore.AnnounceAsync(unit, operation, unit.Now + options.AnnounceEvery),
        cancellationToken);
}
