using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>From accepted to sent: finds the target in our rows, looks whether it already ends, saves the intent, sends the wish once.</summary>
public sealed class SubmitCancel(
    Database database,
    OperationStore operations,
    ContaboAccounts accounts,
    InstanceReader reader,
    EndOfContract end,
    LockSubject locks,
    ProcessRun run,
    IIdSource ids,
    ICheckpoints checkpoints,
    PurchasingOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("purchasing");

    /// <summary>Takes the next step of an accepted terminate.</summary>
    public async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var target = await database.WriteAsync("terminate.target", unit => SettleTargetAsync(unit, operation), cancellationToken);
        if (target is null)
        {
            return;
        }

        if (await reader.AskAsync(target, cancellationToken) is { CancelDate: { } date })
        {
            await end.ProvenAsync(operation, target, date, cancellationToken);
        }
        else if (await SaveIntentAsync(operation, target, cancellationToken) is { } intent)
        {
            await SendAsync(operation with { Attempt = intent.Attempt }, intent);
        }
    }

    /// <summary>Looks whether the purchase a terminate waits for is settled.</summary>
    public Task WaitAsync(Operation operation, CancellationToken cancellationToken) => database.WriteAsync(
        "terminate.wait",
        async unit =>
        {
            var target = await TerminateTarget.FindAsync(unit, operation);
            if (!target.UnderWay)
            {
                await MoveAsync(unit, operation, TerminateInstanceTrigger.PurchaseSettled, "The purchase is settled.");
            }
            else
            {
                await StillUnderWayAsync(unit, operation);
            }
        },
        cancellationToken);

    /// <summary>Finds the machine; null when there is none to cancel now, and the row then says why.</summary>
    private async Task<Resource?> SettleTargetAsync(UnitOfWork unit, Operation operation)
    {
        var target = await TerminateTarget.FindAsync(unit, operation);
        if (target.UnderWay)
        {
            await operations.TryMoveAsync(unit, operation, TerminateInstanceFlow.Move(
                TerminateInstanceStates.Table.Next(TerminateInstanceState.Accepted, TerminateInstanceTrigger.PurchaseUnderWay),
                "Waiting until the purchase is settled.",
                Worker) with
            {
                DueAt = unit.Now + options.WaitEvery,
                DeadlineAt = operation.DeadlineAt,
                Problem = ComputeProblems.PurchaseUnderWay(),
            });
            return null;
        }

        if (target.Resource is null)
        {
            await NothingBoughtAsync(unit, operation, target.Purchase);
            return null;
        }

        if (target.Resource.State == Resource.Gone)
        {
            await MoveAsync(unit, operation, TerminateInstanceTrigger.Gone, "The machine is gone from the provider.");
            return null;
        }

        await locks.EnsureStoppedAsync(unit, operation, target.Resource);
        return target.Resource;
    }

    private async Task NothingBoughtAsync(UnitOfWork unit, Operation operation, Operation? purchase)
    {
        if (purchase is not null && CreateInstanceStates.Table.Allows(CreateInstanceFlow.StateOf(purchase), CreateInstanceTrigger.CalledOff))
        {
            var off = CreateInstanceFlow.Move(
                CreateInstanceStates.Table.Next(CreateInstanceFlow.StateOf(purchase), CreateInstanceTrigger.CalledOff),
                "Called off before anything was sent.",
                Worker);
            await operations.TryMoveAsync(unit, purchase, off);
        }

        await MoveAsync(unit, operation, TerminateInstanceTrigger.NothingBought, "Nothing was bought, so there is nothing to cancel.");
    }

    private async Task StillUnderWayAsync(UnitOfWork unit, Operation operation)
    {
        if (unit.Now < operation.DeadlineAt)
        {
            await OperationStore.PostponeAsync(unit, operation, unit.Now + options.WaitEvery, ComputeProblems.PurchaseUnderWay());
            return;
        }

        await operations.TryMoveAsync(unit, operation, TerminateInstanceFlow.Move(
            TerminateInstanceStates.Table.Next(TerminateInstanceState.Waiting, TerminateInstanceTrigger.DeadlinePassed),
            ComputeProblems.NoEndDate().Detail,
            Worker) with
        { DueAt = unit.Now + options.AnnounceEvery, Problem = ComputeProblems.NoEndDate() });
    }

    private async Task MoveAsync(UnitOfWork unit, Operation operation, TerminateInstanceTrigger trigger, string text)
    {
        var next = TerminateInstanceStates.Table.Next(TerminateInstanceFlow.StateOf(operation), trigger);
        await operations.TryMoveAsync(unit, operation, TerminateInstanceFlow.Move(next, text, Worker) with
        {
            DueAt = TerminateInstanceStates.Table.IsFinal(next) ? null : unit.Now,
            DeadlineAt = operation.DeadlineAt,
        });
    }

    private Task<Intent?> SaveIntentAsync(Operation operation, Resource target, CancellationToken cancellationToken) => database.WriteAsync(
        "terminate.intent",
        async unit =>
        {
            var wished = (await TerminationStore.FindAsync(unit, operation.SubjectId, operation.Generation))?.EndsOn;
            var intent = NewIntent(operation, target, wished, unit.Now);
            var move = TerminateInstanceFlow.Move(
                TerminateInstanceStates.Table.Next(TerminateInstanceState.Accepted, TerminateInstanceTrigger.IntentSaved),
                $"Cancelling machine {target.ProviderId} {(wished is { } day ? $"on {day:yyyy-MM-dd}" : "at the end of its term")}.",
                Worker) with
            {
                Attempt = intent.Attempt,
                ResourceId = target.Id,
                DueAt = intent.DeadlineAt + options.SenderGrace,
                DeadlineAt = operation.DeadlineAt,
            };
            if (!await operations.TryMoveAsync(unit, operation, move))
            {
                return null;
            }

            await IntentStore.InsertAsync(unit, intent);
            return intent;
        },
        cancellationToken);

    private async Task SendAsync(Operation operation, Intent intent)
    {
        var client = accounts.Find(intent.Account)!.Client;
        await checkpoints.ReachedAsync("terminate.call/not_sent");
        try
        {
            await client.Instances.CancelAsync(intent.Target!.Value.Value, intent.Body, RequestId.Parse(intent.RequestId), CancellationToken.None);
            await checkpoints.ReachedAsync("terminate.call/answered");
            await end.SentAsync(operation, IntentOutcome.Recorded, "accepted", CancellationToken.None);
        }
        catch (ContaboApiException failure)
        {
            await checkpoints.ReachedAsync("terminate.call/answered");
            var outcome = failure.Outcome == WriteOutcome.DefinitelyNotDone ? IntentOutcome.Refused : IntentOutcome.Unknown;
            await end.SentAsync(operation, outcome, failure.Message, CancellationToken.None);
        }
    }

    private Intent NewIntent(Operation operation, Resource target, DateOnly? wished, DateTimeOffset now) => new()
    {
        OperationId = operation.Id,
        Attempt = operation.Attempt + 1,
        Action = Intent.Cancel,
        Account = target.Account,
        Owner = run.Id,
        RequestId = new RequestId(ids.NewRequestId()).ToString(),
        Target = target.ProviderId,
        // Noon is on the same day wherever the provider keeps its books; each attempt says the same day.
        Body = new CancelInstanceRequest { CancelDate = wished?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) }.ToJsonBytes(),
        CreatedAt = now,
        DeadlineAt = now + options.OrderTimeout,
        Outcome = IntentOutcome.Open,
    };
}
