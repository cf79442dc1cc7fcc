using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Ends the contract of one machine and proves it by reading the end date back.</summary>
public sealed class TerminateInstanceFlow(SubmitCancel submit, VerifyCancel verify, PurchasingOptions options) : IOperationFlow
{
    public const string TypeName = "instance.terminate";

    /// <summary>The action in the operation's key.</summary>
    public const string Action = "terminate";

    public string Type => TypeName;

    public Task AdvanceAsync(Operation operation, CancellationToken cancellationToken) => StateOf(operation) switch
    {
        TerminateInstanceState.Accepted => submit.AdvanceAsync(operation, cancellationToken),
        TerminateInstanceState.Waiting => submit.WaitAsync(operation, cancellationToken),
        TerminateInstanceState.Submitting => verify.SenderLostAsync(operation, cancellationToken),
        TerminateInstanceState.Verifying or TerminateInstanceState.Overdue => verify.AdvanceAsync(operation, cancellationToken),
        var state => throw new InvalidOperationException($"Nothing is due in state {state}."),
    };

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now) => TryMove(operation, TerminateInstanceTrigger.Resumed) is { } next
        ? Move(next, "Resumed by a person.", actor) with { DueAt = now, DeadlineAt = now + options.TerminateDeadline }
        : null;

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now) => TryMove(operation, TerminateInstanceTrigger.GivenUp) is { } next
        ? Move(next, "Given up by a person; the machine may go on costing money.", actor) with { Problem = ComputeProblems.NoEndDate() }
        : null;

    public Task OnGivenUpAsync(UnitOfWork unit, Operation operation) =>
        IntentStore.ResolveAsync(unit, operation.Id, IntentOutcome.GivenUp, "given up by a person");

    /// <summary>The state of a row.</summary>
    internal static TerminateInstanceState StateOf(Operation operation) => TerminateInstanceStates.Table.Parse(operation.State);

    /// <summary>A move into a state, to be completed with times.</summary>
    internal static OperationMove Move(TerminateInstanceState state, string text, Actor actor) => new(
        TerminateInstanceStates.Table.NameOf(state), TerminateInstanceStates.Table.StatusOf(state), text, actor);

    private static TerminateInstanceState? TryMove(Operation operation, TerminateInstanceTrigger trigger)
    {
        var state = StateOf(operation);
        return TerminateInstanceStates.Table.Allows(state, trigger) ? TerminateInstanceStates.Table.Next(state, trigger) : null;
    }
}
