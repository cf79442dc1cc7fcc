using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Change;

/// <summary>Looks for the effect of what was sent, and decides what a lost answer means.</summary>
/// <remarks>
/// What is harmless twice, and whose answer was lost and effect is missing, is sent again as the next attempt. All else is
/// only looked for: what leaves no trace ends as failed, what may cost money waits for a person.
/// </remarks>
public sealed class VerifyChange(
    Database database,
    OperationStore operations,
    ChangeStore changes,
    ChangeSent sent,
    IntentStore intents,
    InstanceReader reader,
    ProcessRun run,
    TimeProvider clock,
    PurchasingOptions options)
{
    /// <summary>The intent is saved and its sender has not reported.</summary>
    public async Task SenderLostAsync(Operation operation, InstanceChange change, CancellationToken cancellationToken)
    {
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var actsUntil = intent.DeadlineAt + options.SenderGrace;
        if (!run.HasEnded(intent.Owner) && clock.GetUtcNow() < actsUntil)
        {
            await database.WriteAsync(
                $"{change.Family}.believe_sender", unit => OperationStore.PostponeAsync(unit, operation, actsUntil), cancellationToken);
            return;
        }

        await database.WriteAsync(
            $"{change.Family}.sender_lost",
            async unit =>
            {
                var move = ChangeFlow.Move(operation, ChangeTrigger.AnswerLost, "The process that sent it ended; looking for its effect.");
                if (await operations.TryMoveAsync(unit, operation, move with { DueAt = unit.Now }))
                {
                    await IntentStore.CloseAsync(unit, operation.Id, operation.Attempt, IntentOutcome.Unknown, "the sender ended");
                }
            },
            cancellationToken);
    }

    /// <summary>Looks once.</summary>
    public async Task AdvanceAsync(Operation operation, InstanceChange change, CancellationToken cancellationToken)
    {
        var scene = await changes.SceneAsync(operation, cancellationToken);
        var intent = await intents.GetAsync(operation.Id, operation.Attempt, cancellationToken);
        var effect = scene.Resource.State == Resource.Gone
            ? ChangeEffect.Impossible(ComputeProblems.InstanceGone())
            : await change.SeeAsync(scene, intent, await reader.AskAsync(scene.Resource, cancellationToken), cancellationToken);
        await database.WriteAsync($"{change.Family}.looked", unit => DecideAsync(unit, scene, change, intent, effect), cancellationToken);
    }

    private async Task DecideAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, Intent intent, ChangeEffect effect)
    {
        await ChangeWish.LearnAsync(unit, scene.Operation.Id, effect.Facts);
        if (effect.Kind == EffectKind.Seen)
        {
            await EndAsync(unit, scene, change, ChangeTrigger.EffectSeen, effect.Text!, null);
        }
        else if (effect.Kind == EffectKind.Impossible)
        {
            await EndAsync(unit, scene, change, ChangeTrigger.Impossible, effect.Text!, effect.Problem);
        }
        else if (ChangeFlow.StateOf(scene.Operation) == ChangeState.Parked)
        {
            await OperationStore.AnnounceAsync(unit, scene.Operation, unit.Now + options.AnnounceEvery);
        }
        else
        {
            await GoOnAsync(unit, scene, change, intent, effect);
        }
    }

    /// <summary>The effect is not there.</summary>
    private async Task GoOnAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, Intent intent, ChangeEffect effect)
    {
        var operation = scene.Operation;
        var lost = intent.Outcome == IntentOutcome.Unknown && !effect.Proven;
        var read = effect.Kind is EffectKind.NotYet or EffectKind.Next;
        if (unit.Now >= operation.DeadlineAt || (lost && unit.Now >= intent.DeadlineAt + change.LostPatience))
        {
            await LateAsync(unit, scene, change, lost);
        }
        else if (read && change.Repetition == Repetition.Harmless && unit.Now >= AgainAt(change, intent, lost))
        {
            await AgainAsync(unit, operation, ChangeTrigger.NotDone, "No effect shows: it is sent again, which is harmless.");
        }
        else if (effect.Kind == EffectKind.Next)
        {
            await AgainAsync(unit, operation, ChangeTrigger.NextNeeded, effect.Text!);
        }
        else
        {
            var longest = change.LookAtLeastEvery ?? (change.Insistence is null ? options.HoldEvery : options.WaitEvery);
            await OperationStore.PostponeAsync(unit, operation, unit.Now + ChangeRules.Pause(operation, unit.Now, change.LookEvery, longest));
        }
    }

    /// <summary>When what had no effect is sent again: its answer was lost and its sender cannot act any more, or it is insisted on.</summary>
    private DateTimeOffset? AgainAt(InstanceChange change, Intent intent, bool lost) =>
        lost ? intent.DeadlineAt + options.SenderGrace : intent.CreatedAt + ChangeRules.Insistence(change, intent.Attempt);

    private Task LateAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, bool lost)
    {
        var problem = lost ? change.Unproven() : change.NotSeen(scene);
        return change.AsksAPerson
            ? operations.TryMoveAsync(
                unit,
                scene.Operation,
                ChangeFlow.Move(scene.Operation, ChangeTrigger.Unproven, problem.Detail) with { Problem = problem, DueAt = unit.Now + options.AnnounceEvery })
            : EndAsync(unit, scene, change, ChangeTrigger.DeadlinePassed, problem.Detail, problem);
    }

    private Task<bool> AgainAsync(UnitOfWork unit, Operation operation, ChangeTrigger trigger, string text) =>
        operations.TryMoveAsync(unit, operation, ChangeFlow.Move(operation, trigger, text) with { DueAt = unit.Now });

    private Task EndAsync(UnitOfWork unit, ChangeScene scene, InstanceChange change, ChangeTrigger trigger, string text, Problem? problem) =>
        sent.EndAsync(unit, scene, change, ChangeFlow.Move(scene.Operation, trigger, text) with { Problem = problem });
}
