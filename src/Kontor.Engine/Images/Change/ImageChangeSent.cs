using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Images.Change;

/// <summary>Writes what came of sending a change to an image, and how it ended: one transaction each.</summary>
public sealed class ImageChangeSent(Database database, OperationStore operations)
{
    /// <summary>Contabo took it.</summary>
    internal Task AcceptedAsync(ImageScene scene, ImageChange change, string? providerId) =>
        SentAsync(scene, change, new Outcome(ImageChangeTrigger.Accepted, IntentOutcome.Recorded, "accepted", null, providerId));

    /// <summary>The call failed: definitely not done, or nobody knows.</summary>
    internal Task FailedAsync(ImageScene scene, ImageChange change, ContaboApiException failure)
    {
        var texts = failure.ProviderMessages.Count > 0 ? string.Join("; ", failure.ProviderMessages) : failure.Reason.ToString();
        return SentAsync(scene, change, failure.Outcome != WriteOutcome.DefinitelyNotDone
            ? new Outcome(ImageChangeTrigger.AnswerLost, IntentOutcome.Unknown, failure.Reason.ToString(), null, null)
            : change.MeansDone(failure)
                ? new Outcome(ImageChangeTrigger.Accepted, IntentOutcome.Recorded, texts, null, null)
                : new Outcome(ImageChangeTrigger.Refused, IntentOutcome.Refused, texts, ImageProblems.ProviderRefused(change.Name, texts), null));
    }

    /// <summary>Ends a change, with what its end makes of the image.</summary>
    internal async Task EndAsync(UnitOfWork unit, ImageScene scene, ImageChange change, OperationMove end)
    {
        if (!await operations.TryMoveAsync(unit, scene.Operation, end))
        {
            return;
        }

        var (outcome, detail) = end.Problem is { } problem ? (IntentOutcome.Ended, problem.Code) : (IntentOutcome.Found, "its effect was seen");
        await IntentStore.ResolveAsync(unit, scene.Operation.Id, outcome, detail);
        await EndedAsync(unit, scene, change, end.Problem);
    }

    private static async Task EndedAsync(UnitOfWork unit, ImageScene scene, ImageChange change, Problem? problem)
    {
        var image = problem is null ? change.Succeeded(scene, unit.Now) : change.Failed(scene, problem, unit.Now);
        await ImageStore.UpdateAsync(unit, image);
        if (image.State == ImageState.Deleted)
        {
            await FindingStore.ResolveAsync(unit, FindingKind.ImageLost, image.About);
        }

        await ImageWishes.ForgetUrlAsync(unit, scene.Operation.Id);
    }

    private Task SentAsync(ImageScene sent, ImageChange change, Outcome outcome) => database.WriteAsync(
        "image.sent",
        async unit =>
        {
            var now = (await OperationStore.FindAsync(unit, sent.Operation.Id))!;
            if (now.Attempt != sent.Operation.Attempt || !ImageChangeStates.Table.Allows(ImageChangeFlow.StateOf(now), outcome.Trigger))
            {
                return;
            }

            var text = outcome.Problem?.Detail ?? $"Sent ({outcome.Detail}); looking for its effect.";
            var due = outcome.Problem is null ? unit.Now : (DateTimeOffset?)null;
            if (await operations.TryMoveAsync(unit, now, ImageChangeFlow.Move(now, outcome.Trigger, text) with { Problem = outcome.Problem, DueAt = due }))
            {
                await IntentStore.CloseAsync(unit, now.Id, now.Attempt, outcome.Kept, outcome.Detail);
                await SentAsync(unit, await ImageScene.ReadAsync(unit.Db, now), change, outcome);
            }
        },
        CancellationToken.None);

    private static Task SentAsync(UnitOfWork unit, ImageScene scene, ImageChange change, Outcome outcome) =>
        outcome.Problem is { } refused ? EndedAsync(unit, scene, change, refused)
        : outcome.ProviderId is { } id
            ? ImageStore.UpdateAsync(unit, scene.Image with { ProviderId = scene.Image.ProviderId ?? id, State = ImageState.Downloading })
        : Task.CompletedTask;

    private sealed record Outcome(ImageChangeTrigger Trigger, string Kept, string Detail, Problem? Problem, string? ProviderId);
}
