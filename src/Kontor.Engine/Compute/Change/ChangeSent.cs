using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Change;

/// <summary>Writes what came of sending a change, and how it ended: one transaction each.</summary>
public sealed class ChangeSent(Database database, OperationStore operations)
{
    /// <summary>Until when it must have come to something: what waited long for its machine has its own time once it is sent.</summary>
    internal static DateTimeOffset? DeadlineOf(Operation operation, InstanceChange change, DateTimeOffset sentAt) =>
        operation.Attempt == 0 && change.Duration is { } duration ? sentAt + duration : operation.DeadlineAt;

    /// <summary>The provider took it.</summary>
    internal Task AcceptedAsync(ChangeScene scene, InstanceChange change, Intent intent, object? facts) =>
        SentAsync(scene, change, intent, new Outcome(ChangeTrigger.Accepted, IntentOutcome.Recorded, change.Told(facts), null, facts));

    /// <summary>The call failed: definitely not done, or nobody knows.</summary>
    internal Task FailedAsync(ChangeScene scene, InstanceChange change, Intent intent, ContaboApiException failure)
    {
        var texts = failure.ProviderMessages.Count > 0 ? string.Join("; ", failure.ProviderMessages) : failure.Reason.ToString();
        var outcome = failure.Outcome != WriteOutcome.DefinitelyNotDone
            ? new Outcome(ChangeTrigger.AnswerLost, IntentOutcome.Unknown, failure.Reason.ToString(), null, null)
            : change.MeansDone(failure)
                ? new Outcome(ChangeTrigger.Accepted, IntentOutcome.Recorded, texts, null, null)
                : new Outcome(
                    change.Insistence is null ? ChangeTrigger.Refused : ChangeTrigger.PutOff,
                    IntentOutcome.Refused,
                    texts,
                    change.Refused(failure, texts),
                    null);
        return SentAsync(scene, change, intent, outcome);
    }

    /// <summary>Ends a change, with what else its end makes true.</summary>
    internal async Task EndAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, OperationMove end)
    {
        if (!await operations.TryMoveAsync(unit, scene.Operation, end))
        {
            return;
        }

        var ended = await ChangeStore.SceneAsync(unit, scene.Operation);
        if (end.Status == OperationStatus.Succeeded)
        {
            await IntentStore.ResolveAsync(unit, scene.Operation.Id, IntentOutcome.Found, "its effect was seen");
            await change.OnSucceededAsync(unit, ended);
        }
        else
        {
            await IntentStore.ResolveAsync(unit, scene.Operation.Id, IntentOutcome.Ended, end.Problem?.Code ?? "it ended without its effect");
            await change.OnFailedAsync(unit, ended);
        }
    }

    private Task SentAsync(ChangeScene scene, InstanceChange change, Intent intent, Outcome outcome) => database.WriteAsync(
        $"{change.Family}.sent",
        async unit =>
        {
            var now = (await OperationStore.FindAsync(unit, scene.Operation.Id))!;
            if (now.Attempt != intent.Attempt || !ChangeStates.Table.Allows(ChangeFlow.StateOf(now), outcome.Trigger))
            {
                return;
            }

            var move = ChangeFlow.Move(now, outcome.Trigger, outcome.Problem?.Detail ?? $"Sent ({outcome.Detail}); looking for its effect.") with
            {
                Problem = outcome.Problem,
                DueAt = outcome.Problem is null ? unit.Now : unit.Now + ChangeRules.Insistence(change, now.Attempt),
            };
            if (await operations.TryMoveAsync(unit, now, move))
            {
                await IntentStore.CloseAsync(unit, now.Id, now.Attempt, outcome.Kept, outcome.Detail);
                await ChangeWish.LearnAsync(unit, now.Id, outcome.Facts);
                if (outcome.Trigger == ChangeTrigger.Refused)
                {
                    await change.OnFailedAsync(unit, await ChangeStore.SceneAsync(unit, now));
                }
            }
        },
        CancellationToken.None);

    private sealed record Outcome(ChangeTrigger Trigger, string Kept, string Detail, Problem? Problem, object? Facts);
}
