using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Power;

/// <summary>From accepted to sent: reads the machine, saves the intent by compare-and-set, sends the wish once, records what came of it.</summary>
public sealed class SubmitPower(
    Database database,
    OperationStore operations,
    IntentStore intents,
    ResourceStore resources,
    ContaboAccounts accounts,
    InstanceReader reader,
    ProcessRun run,
    IIdSource ids,
    ICheckpoints checkpoints,
    TimeProvider clock,
    PurchasingOptions purchasing,
    ComputeOptions options)
{
    /// <summary>Takes the next step of an accepted wish.</summary>
    public async Task AdvanceAsync(Operation operation, PowerAction action, CancellationToken cancellationToken)
    {
        var (resource, _) = (await resources.FindAsync(operation.ResourceId!.Value, cancellationToken))!.Value;
        if (resource.State == Resource.Gone)
        {
            var gone = ComputeProblems.InstanceGone();
            await EndAsync(operation, PowerInstanceTrigger.Impossible, gone.Detail, gone, cancellationToken);
            return;
        }

        var seen = await reader.AskAsync(resource, cancellationToken);
        if (seen is null || (PowerActions.IsSellers(action) && !PowerActions.Fits(action, seen.Status)))
        {
            await WaitAsync(operation, cancellationToken);
        }
        else if (seen.Status == PowerActions.Wished(action).Value && action != PowerAction.Restart)
        {
            await EndAsync(operation, PowerInstanceTrigger.AlreadySo, $"The machine is {seen.Status}.", null, cancellationToken);
        }
        else if (!PowerActions.Fits(action, seen.Status))
        {
            var problem = ComputeProblems.WrongStatus(PowerActions.NameOf(action), seen.Status ?? "");
            await EndAsync(operation, PowerInstanceTrigger.Impossible, problem.Detail, problem, cancellationToken);
        }
        else if (await SaveIntentAsync(operation, resource, await NextAsync(operation, action, cancellationToken), cancellationToken) is { } intent)
        {
            var sent = operation with
            {
                Attempt = intent.Attempt,
                State = PowerInstanceStates.Table.NameOf(PowerInstanceState.Submitting),
                DeadlineAt = DeadlineOf(operation, intent.CreatedAt),
            };
            await SendAsync(sent, intent);
        }
    }

    /// <summary>A guest that was asked to shut down, and did not, is stopped; all else is sent as it was wished.</summary>
    private async Task<PowerAction> NextAsync(Operation operation, PowerAction action, CancellationToken cancellationToken) =>
        action == PowerAction.Shutdown
        && operation.Attempt > 0
        && clock.GetUtcNow() >= (await intents.GetAsync(operation.Id, 1, cancellationToken)).CreatedAt + options.ShutdownPatience
            ? PowerAction.Stop
            : action;

    private Task<Intent?> SaveIntentAsync(Operation operation, Resource resource, PowerAction action, CancellationToken cancellationToken) =>
        database.WriteAsync("power.intent", unit => SaveIntentAsync(unit, operation, resource, action), cancellationToken);

    private async Task<Intent?> SaveIntentAsync(UnitOfWork unit, Operation operation, Resource resource, PowerAction action)
    {
        if (await PowerRules.RefusalAsync(unit, operation, resource, action) is { } refused)
        {
            await operations.TryMoveAsync(
                unit, operation, PowerInstanceFlow.Move(operation, PowerInstanceTrigger.Impossible, refused.Detail) with { Problem = refused });
            return null;
        }

        var intent = NewIntent(operation, resource, action, unit.Now);
        var move = PowerInstanceFlow.Move(operation, PowerInstanceTrigger.IntentSaved, $"Sending {PowerActions.CallOf(action)} to machine {resource.ProviderId}.") with
        {
            Attempt = intent.Attempt,
            DueAt = intent.DeadlineAt + purchasing.SenderGrace,
            DeadlineAt = DeadlineOf(operation, unit.Now),
        };
        if (!await operations.TryMoveAsync(unit, operation, move))
        {
            return null;
        }

        await IntentStore.InsertAsync(unit, intent);
        return intent;
    }

    /// <summary>The seller's wish waits long for its machine; once sent, it comes to something as soon as any other.</summary>
    private DateTimeOffset? DeadlineOf(Operation operation, DateTimeOffset sentAt) =>
        operation.Attempt == 0 ? sentAt + options.PowerDeadline : operation.DeadlineAt;

    private Intent NewIntent(Operation operation, Resource resource, PowerAction action, DateTimeOffset now) => new()
    {
        OperationId = operation.Id,
        Attempt = operation.Attempt + 1,
        Action = PowerActions.CallOf(action),
        Account = resource.Account,
        Owner = run.Id,
        RequestId = new RequestId(ids.NewRequestId()).ToString(),
        Target = resource.ProviderId,
        Body = [],
        CreatedAt = now,
        DeadlineAt = now + purchasing.OrderTimeout,
        Outcome = IntentOutcome.Open,
    };

    private async Task SendAsync(Operation operation, Intent intent)
    {
        await checkpoints.ReachedAsync("power.call/not_sent");
        try
        {
            await CallAsync(intent);
            await checkpoints.ReachedAsync("power.call/answered");
            await SentAsync(operation, PowerInstanceTrigger.Accepted, IntentOutcome.Recorded, "accepted", null);
        }
        catch (ContaboApiException failure) when (failure.Outcome == WriteOutcome.DefinitelyNotDone)
        {
            await checkpoints.ReachedAsync("power.call/answered");
            var texts = failure.ProviderMessages.Count > 0 ? string.Join("; ", failure.ProviderMessages) : failure.Reason.ToString();
            await SentAsync(operation, PowerInstanceTrigger.Refused, IntentOutcome.Refused, texts, ComputeProblems.PowerRefused(intent.Action, texts));
        }
        catch (ContaboApiException failure)
        {
            await checkpoints.ReachedAsync("power.call/answered");
            await SentAsync(operation, PowerInstanceTrigger.AnswerLost, IntentOutcome.Unknown, failure.Reason.ToString(), null);
        }
    }

    // Not cancellable: once the intent is saved, giving up waiting would only lose the answer.
    private Task CallAsync(Intent intent)
    {
        var (actions, machine, request) = (accounts.Find(intent.Account)!.Client.InstanceActions, intent.Target!.Value.Value, RequestId.Parse(intent.RequestId));
        return intent.Action switch
        {
            "start" => actions.StartAsync(machine, request, CancellationToken.None),
            "stop" => actions.StopAsync(machine, request, CancellationToken.None),
            "restart" => actions.RestartAsync(machine, request, CancellationToken.None),
            "shutdown" => actions.ShutdownAsync(machine, request, CancellationToken.None),
            var other => throw new InvalidOperationException($"'{other}' is no power action."),
        };
    }

    private Task SentAsync(Operation sent, PowerInstanceTrigger trigger, string outcome, string detail, Problem? problem) => database.WriteAsync(
        "power.sent",
        async unit =>
        {
            var move = PowerInstanceFlow.Move(sent, trigger, problem?.Detail ?? $"Sent ({detail}); reading the machine's status.") with
            {
                Problem = problem,
                DueAt = problem is null ? unit.Now : null,
            };
            if (await operations.TryMoveAsync(unit, sent, move))
            {
                await IntentStore.CloseAsync(unit, sent.Id, sent.Attempt, outcome, detail);
            }
        },
        CancellationToken.None);

    /// <summary>The provider cannot be asked, or the machine not be stopped or started yet: nothing is sent.</summary>
    private Task WaitAsync(Operation operation, CancellationToken cancellationToken) => database.WriteAsync(
        "power.wait",
        async unit =>
        {
            if (unit.Now < operation.DeadlineAt)
            {
                await OperationStore.PostponeAsync(unit, operation, unit.Now + PowerRules.Pause(operation, unit.Now, options.LookEvery, purchasing.WaitEvery));
                return;
            }

            var late = ComputeProblems.PowerNotInTime();
            await operations.TryMoveAsync(
                unit, operation, PowerInstanceFlow.Move(operation, PowerInstanceTrigger.DeadlinePassed, late.Detail) with { Problem = late });
        },
        cancellationToken);

    private Task EndAsync(Operation operation, PowerInstanceTrigger trigger, string text, Problem? problem, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "power.not_needed",
            async unit =>
            {
                await operations.TryMoveAsync(unit, operation, PowerInstanceFlow.Move(operation, trigger, text) with { Problem = problem });
                await IntentStore.ResolveAsync(unit, operation.Id, IntentOutcome.Found, "the machine's status was read");
            },
            cancellationToken);
}
