using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Change;

/// <summary>Carries one kind of change out: which step each state takes.</summary>
public sealed class ChangeFlow(InstanceChange change, SubmitChange submit, VerifyChange verify, PurchasingOptions options) : IOperationFlow
{
    public string Type => change.Type;

    public Task AdvanceAsync(Operation operation, CancellationToken cancellationToken) => StateOf(operation) switch
    {
        ChangeState.Accepted => submit.AdvanceAsync(operation, change, cancellationToken),
        ChangeState.Submitting => verify.SenderLostAsync(operation, change, cancellationToken),
        ChangeState.Verifying or ChangeState.Parked => verify.AdvanceAsync(operation, change, cancellationToken),
        var state => throw new InvalidOperationException($"Nothing is due in state {state}."),
    };

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now) => Decide(operation, ChangeTrigger.Resumed, "Resumed by a person.", actor) is { } move
        ? move with { DueAt = now, DeadlineAt = now + options.Settling }
        : null;

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now) => Decide(operation, ChangeTrigger.GivenUp, "Given up by a person.", actor) is { } move
        ? move with { Problem = change.GivenUp() }
        : null;

    public async Task OnGivenUpAsync(UnitOfWork unit, Operation operation)
    {
        await IntentStore.ResolveAsync(unit, operation.Id, IntentOutcome.GivenUp, "given up by a person");
        await change.OnFailedAsync(unit, await ChangeStore.SceneAsync(unit, operation));
    }

    /// <summary>The state of a row.</summary>
    internal static ChangeState StateOf(Operation operation) => ChangeStates.Table.Parse(operation.State);

    /// <summary>A move out of the row's state, to be completed with times; its deadline stays.</summary>
    internal static OperationMove Move(Operation operation, ChangeTrigger trigger, string text)
    {
        var next = ChangeStates.Table.Next(StateOf(operation), trigger);
        return new OperationMove(ChangeStates.Table.NameOf(next), ChangeStates.Table.StatusOf(next), text, Actor.Kontor("compute"))
        {
            DeadlineAt = operation.DeadlineAt,
        };
    }

    private static OperationMove? Decide(Operation operation, ChangeTrigger trigger, string text, Actor actor) =>
        ChangeStates.Table.Allows(StateOf(operation), trigger) ? Move(operation, trigger, text) with { Actor = actor } : null;
}
