using System.Text.Json;
using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Images.Change;

/// <summary>From accepted to sent: looks, saves the intent by compare-and-set, sends once.</summary>
public sealed class SubmitImageChange(
    Database database,
    OperationStore operations,
    ContaboAccounts accounts,
    ImageChangeSent sent,
    ProcessRun run,
    IIdSource ids,
    ICheckpoints checkpoints,
    PurchasingOptions purchasing,
    ImageOptions options)
{
    /// <summary>Takes the next step of an accepted change.</summary>
    public async Task AdvanceAsync(Operation operation, ImageChange change, CancellationToken cancellationToken)
    {
        var scene = await database.ReadAsync(db => ImageScene.ReadAsync(db, operation), cancellationToken);
        var verdict = await LookAsync(scene, change, cancellationToken);
        if (verdict.Kind != ImageVerdictKind.NotSo)
        {
            await NotSentAsync(scene, change, verdict, cancellationToken);
        }
        else if (await database.WriteAsync("image.intent", unit => SaveIntentAsync(unit, scene, change, verdict), cancellationToken) is { } saved)
        {
            await SendAsync(saved.Scene, change, saved.Intent);
        }
    }

    private async Task<ImageVerdict> LookAsync(ImageScene scene, ImageChange change, CancellationToken cancellationToken)
    {
        if (accounts.Find(scene.Image.Account) is not { } account)
        {
            return ImageVerdict.Wait(AccountProblems.Missing(scene.Image.Account));
        }

        try
        {
            return await change.LookAsync(account.Client, scene, cancellationToken);
        }
        catch (ContaboApiException failure)
        {
            return ImageVerdict.Wait(AccountProblems.Unreachable(account.Id, failure));
        }
    }

    private async Task<Saved?> SaveIntentAsync(UnitOfWork unit, ImageScene seen, ImageChange change, ImageVerdict verdict)
    {
        var image = verdict.Seen is { } provider ? seen.Image.Learn(provider, unit.Now) : seen.Image;
        var scene = seen with { Image = image };
        var intent = NewIntent(scene, change, unit.Now);
        var move = ImageChangeFlow.Move(scene.Operation, ImageChangeTrigger.IntentSaved, change.Step(scene)) with
        {
            Attempt = intent.Attempt,
            DueAt = intent.DeadlineAt + purchasing.SenderGrace,
        };
        if (!await operations.TryMoveAsync(unit, scene.Operation, move))
        {
            return null;
        }

        await IntentStore.InsertAsync(unit, intent);
        await ImageStore.UpdateAsync(unit, image);
        return new Saved(scene with { Operation = scene.Operation with { Attempt = intent.Attempt } }, intent);
    }

    private Intent NewIntent(ImageScene scene, ImageChange change, DateTimeOffset now) => new()
    {
        OperationId = scene.Operation.Id,
        Attempt = scene.Operation.Attempt + 1,
        Action = change.Call,
        Account = scene.Image.Account,
        Owner = run.Id,
        RequestId = new RequestId(ids.NewRequestId()).ToString(),
        Marker = scene.Image.Marker,
        Body = JsonSerializer.SerializeToUtf8Bytes(change.Kept(scene), StorageJson.Options),
        CreatedAt = now,
        DeadlineAt = now + purchasing.OrderTimeout,
        Outcome = IntentOutcome.Open,
    };

    private async Task SendAsync(ImageScene scene, ImageChange change, Intent intent)
    {
        var client = accounts.Find(intent.Account)!.Client;
        await checkpoints.ReachedAsync("image.call/not_sent");
        try
        {
            // Not cancellable: once the intent is saved, giving up waiting would only lose the answer.
            var id = await change.SendAsync(client, scene, intent);
            await checkpoints.ReachedAsync("image.call/answered");
            await sent.AcceptedAsync(scene, change, id);
        }
        catch (ContaboApiException failure)
        {
            await checkpoints.ReachedAsync("image.call/answered");
            await sent.FailedAsync(scene, change, failure);
        }
    }

    private Task NotSentAsync(ImageScene scene, ImageChange change, ImageVerdict verdict, CancellationToken cancellationToken) =>
        verdict.Kind == ImageVerdictKind.Wait
            ? database.WriteAsync("image.wait", unit => WaitAsync(unit, scene, change, verdict.Problem), cancellationToken)
            : database.WriteAsync(
                "image.not_needed",
                unit => EndAsync(
                    unit, scene, change, verdict.Kind == ImageVerdictKind.Done ? ImageChangeTrigger.AlreadySo : ImageChangeTrigger.Impossible, verdict.Text!, verdict.Problem),
                cancellationToken);

    /// <summary>Contabo cannot be asked: nothing is sent.</summary>
    private Task WaitAsync(UnitOfWork unit, ImageScene scene, ImageChange change, Problem? why)
    {
        var late = ImageProblems.NotInTime(change.Name);
        return unit.Now < scene.Operation.DeadlineAt
            ? OperationStore.PostponeAsync(
                unit, scene.Operation, ImageChangeFlow.Again(scene.Operation, unit.Now, options.LookEvery, purchasing.HoldEvery), why)
            : EndAsync(unit, scene, change, ImageChangeTrigger.DeadlinePassed, late.Detail, late);
    }

    private Task EndAsync(UnitOfWork unit, ImageScene scene, ImageChange change, ImageChangeTrigger trigger, string text, Problem? problem) =>
        sent.EndAsync(unit, scene, change, ImageChangeFlow.Move(scene.Operation, trigger, text) with { Problem = problem });

    private sealed record Saved(ImageScene Scene, Intent Intent);
}
