using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Change;

/// <summary>From accepted to sent: reads the machine, makes ready, saves the intent by compare-and-set, sends once.</summary>
public sealed class SubmitChange(
    Database database,
    OperationStore operations,
    ChangeStore changes,
    ContaboAccounts accounts,
    InstanceReader reader,
    ChangeSent sent,
    ProcessRun run,
    IIdSource ids,
    ICheckpoints checkpoints,
    PurchasingOptions options)
{
    /// <summary>Takes the next step of an accepted change.</summary>
    public async Task AdvanceAsync(Operation operation, InstanceChange change, CancellationToken cancellationToken)
    {
        var scene = await changes.SceneAsync(operation, cancellationToken);
        var look = await LookAsync(scene, change, cancellationToken);
        if (look.Kind == LookKind.Ready)
        {
            look = await change.PrepareAsync(scene, cancellationToken);
            scene = await changes.SceneAsync(operation, cancellationToken);
        }

        if (look.Kind != LookKind.Ready)
        {
            await NotSentAsync(scene, change, look, cancellationToken);
        }
        else if (await SaveIntentAsync(scene, change, await change.PlanAsync(scene, cancellationToken), cancellationToken) is { } intent)
        {
            await SendAsync(scene, change, intent);
        }
    }

    private async Task<ChangeLook> LookAsync(ChangeScene scene, InstanceChange change, CancellationToken cancellationToken)
    {
        if (scene.Resource.State == Resource.Gone)
        {
            return ChangeLook.Impossible(ComputeProblems.InstanceGone());
        }

        return await reader.AskAsync(scene.Resource, cancellationToken) is { } seen
            ? await change.LookAsync(scene, seen, cancellationToken)
            : ChangeLook.Wait();
    }

    private Task<Intent?> SaveIntentAsync(ChangeScene scene, InstanceChange change, ChangeCall call, CancellationToken cancellationToken) =>
        database.WriteAsync($"{change.Family}.intent", unit => SaveIntentAsync(unit, scene, change, call), cancellationToken);

    private async Task<Intent?> SaveIntentAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, ChangeCall call)
    {
        var operation = scene.Operation;
        if (await ChangeRules.RefusalAsync(unit, change, scene) is { } refused)
        {
            await EndAsync(unit, scene, change, ChangeTrigger.Impossible, refused.Detail, refused);
            return null;
        }

        if (change.Repetition == Repetition.Paid && await HoldAsync(unit, operation))
        {
            return null;
        }

        var intent = NewIntent(scene, call, unit.Now);
        var move = ChangeFlow.Move(operation, ChangeTrigger.IntentSaved, call.Text) with
        {
            Attempt = intent.Attempt,
            DueAt = intent.DeadlineAt + options.SenderGrace,
            DeadlineAt = ChangeSent.DeadlineOf(operation, change, unit.Now),
        };
        if (!await operations.TryMoveAsync(unit, operation, move))
        {
            return null;
        }

        await IntentStore.InsertAsync(unit, intent);
        return intent;
    }

    /// <summary>Too many purchases of unknown outcome hold the next one back, whatever is bought.</summary>
    private async Task<bool> HoldAsync(UnitOfWork unit, Operation operation)
    {
        var unresolved = await IntentStore.CountUnresolvedAsync(unit, operation.Account);
        return unresolved >= options.UnknownHold && await OperationStore.PostponeAsync(
            unit, operation, unit.Now + options.HoldEvery, PurchasingProblems.AccountHeld(operation.Account, unresolved));
    }

    private Intent NewIntent(ChangeScene scene, ChangeCall call, DateTimeOffset now) => new()
    {
        OperationId = scene.Operation.Id,
        Attempt = scene.Operation.Attempt + 1,
        Action = call.Action,
        Account = scene.Resource.Account,
        Owner = run.Id,
        RequestId = new RequestId(ids.NewRequestId()).ToString(),
        Target = scene.Resource.ProviderId,
        Body = call.Body,
        CreatedAt = now,
        DeadlineAt = now + options.OrderTimeout,
        Outcome = IntentOutcome.Open,
    };

    private async Task SendAsync(ChangeScene scene, InstanceChange change, Intent intent)
    {
        var client = accounts.Find(intent.Account)!.Client;
        await checkpoints.ReachedAsync($"{change.Family}.call/not_sent");
        try
        {
            // Not cancellable: once the intent is saved, giving up waiting would only lose the answer.
            var facts = await change.SendAsync(client, intent);
            await checkpoints.ReachedAsync($"{change.Family}.call/answered");
            await sent.AcceptedAsync(scene, change, intent, facts);
        }
        catch (ContaboApiException failure)
        {
            await checkpoints.ReachedAsync($"{change.Family}.call/answered");
            await sent.FailedAsync(scene, change, intent, failure);
        }
    }

    private Task NotSentAsync(ChangeScene scene, InstanceChange change, ChangeLook look, CancellationToken cancellationToken) => look.Kind == LookKind.Wait
        ? database.WriteAsync($"{change.Family}.wait", unit => WaitAsync(unit, scene, change, look.Problem), cancellationToken)
        : database.WriteAsync(
            $"{change.Family}.not_needed",
            unit => EndAsync(
                unit, scene, change, look.Kind == LookKind.AlreadySo ? ChangeTrigger.AlreadySo : ChangeTrigger.Impossible, look.Text!, look.Problem),
            cancellationToken);

    /// <summary>The provider cannot be asked, or the machine cannot take it yet: nothing is sent.</summary>
    private async Task WaitAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, Problem? why)
    {
        var operation = scene.Operation;
        if (unit.Now < operation.DeadlineAt)
        {
            await OperationStore.PostponeAsync(
                unit, operation, unit.Now + ChangeRules.Pause(operation, unit.Now, change.LookEvery, options.WaitEvery), why);
            return;
        }

        var late = ComputeProblems.NotInTime(change.Name);
        await EndAsync(unit, scene, change, ChangeTrigger.DeadlinePassed, late.Detail, late);
    }

    private Task EndAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, ChangeTrigger trigger, string text, Problem? problem) =>
        sent.EndAsync(unit, scene, change, ChangeFlow.Move(scene.Operation, trigger, text) with { Problem = problem });
}
