using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Images.Change;

/// <summary>Looks for the effect of what was sent, and decides what a lost answer means.</summary>
public sealed class VerifyImageChange(
    Database database,
    OperationStore operations,
    ContaboAccounts accounts,
    ImageChangeSent sent,
    IntentStore intents,
    ProcessRun run,
    TimeProvider clock,
    PurchasingOptions purchasing,
    ImageOptions options)
{
    /// <summary>The intent is saved and its sender has not reported.</summary>
    public async Task SenderLostAsync(Operation operation, CancellationToken cancellationToken)
    {
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var actsUntil = intent.DeadlineAt + purchasing.SenderGrace;
        if (!run.HasEnded(intent.Owner) && clock.GetUtcNow() < actsUntil)
        {
            await database.WriteAsync("image.believe_sender", unit => OperationStore.PostponeAsync(unit, operation, actsUntil), cancellationToken);
            return;
        }

        await database.WriteAsync(
            "image.sender_lost",
            async unit =>
            {
                var move = ImageChangeFlow.Move(operation, ImageChangeTrigger.AnswerLost, "The process that sent it ended; looking for its effect.");
                if (await operations.TryMoveAsync(unit, operation, move with { DueAt = unit.Now }))
                {
                    await IntentStore.CloseAsync(unit, operation.Id, operation.Attempt, IntentOutcome.Unknown, "the sender ended");
                }
            },
            cancellationToken);
    }

    /// <summary>Looks once.</summary>
    public async Task AdvanceAsync(Operation operation, ImageChange change, CancellationToken cancellationToken)
    {
        var scene = await database.ReadAsync(db => ImageScene.ReadAsync(db, operation), cancellationToken);
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var verdict = await SeeAsync(scene, change, intent, cancellationToken);
        await database.WriteAsync("image.looked", unit => DecideAsync(unit, scene, change, intent, verdict), cancellationToken);
    }

    private async Task<ImageVerdict> SeeAsync(ImageScene scene, ImageChange change, Intent intent, CancellationToken cancellationToken)
    {
        try
        {
            return accounts.Find(intent.Account) is { } account ? await change.SeeAsync(account.Client, scene, intent, cancellationToken) : ImageVerdict.Wait();
        }
        catch (ContaboApiException)
        {
            // Nothing was learned; it is looked for again until the deadline.
            return ImageVerdict.Wait();
        }
    }

    private async Task DecideAsync(UnitOfWork unit, ImageScene seen, ImageChange change, Intent intent, ImageVerdict verdict)
    {
        var scene = verdict.Seen is { } provider ? seen with { Image = seen.Image.Learn(provider, unit.Now) } : seen;
        if (verdict.Kind is ImageVerdictKind.Done or ImageVerdictKind.Impossible)
        {
            var trigger = verdict.Kind == ImageVerdictKind.Done ? ImageChangeTrigger.EffectSeen : ImageChangeTrigger.Impossible;
            await EndAsync(unit, scene, change, trigger, verdict.Text!, verdict.Problem);
            return;
        }

        if (verdict.Seen is not null)
        {
            await ImageStore.UpdateAsync(unit, scene.Image);
        }

        await GoOnAsync(unit, scene, change, intent, verdict);
    }

    /// <summary>The effect is not there.</summary>
    private Task GoOnAsync(UnitOfWork unit, ImageScene scene, ImageChange change, Intent intent, ImageVerdict verdict)
    {
        var operation = scene.Operation;
        var lost = intent.Outcome == IntentOutcome.Unknown && verdict.Seen is null && (change.Repeats || scene.Image.ProviderId is null);
        var silent = intent.DeadlineAt + purchasing.SenderGrace;
        if (unit.Now >= (lost && !change.Repeats ? silent + purchasing.Settling : operation.DeadlineAt))
        {
            var late = lost ? change.Unproven() : ImageProblems.NotInTime(change.Name);
            return EndAsync(unit, scene, change, ImageChangeTrigger.DeadlinePassed, late.Detail, late);
        }

        return lost && change.Repeats && verdict.Kind == ImageVerdictKind.NotSo && unit.Now >= silent
            ? operations.TryMoveAsync(
                unit,
                operation,
                ImageChangeFlow.Move(operation, ImageChangeTrigger.NotDone, "No effect shows: it is sent again, which is harmless.") with { DueAt = unit.Now })
            : OperationStore.PostponeAsync(unit, operation, ImageChangeFlow.Again(operation, unit.Now, options.LookEvery, purchasing.HoldEvery));
    }

    private Task EndAsync(UnitOfWork unit, ImageScene scene, ImageChange change, ImageChangeTrigger trigger, string text, Problem? problem) =>
        sent.EndAsync(unit, scene, change, ImageChangeFlow.Move(scene.Operation, trigger, text) with { Problem = problem });
}
