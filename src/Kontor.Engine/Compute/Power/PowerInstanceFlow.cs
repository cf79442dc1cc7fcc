using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Power;

/// <summary>Starts, stops, restarts or shuts down one machine and reads its status until it is as wished.</summary>
public sealed class PowerInstanceFlow(PowerAction action, SubmitPower submit, VerifyPower verify) : IOperationFlow
{
    public string Type => PowerActions.TypeOf(action);

    public Task AdvanceAsync(Operation operation, CancellationToken cancellationToken) => StateOf(operation) switch
    {
        PowerInstanceState.Accepted => submit.AdvanceAsync(operation, action, cancellationToken),
        PowerInstanceState.Submitting => verify.SenderLostAsync(operation, cancellationToken),
        PowerInstanceState.Verifying => verify.AdvanceAsync(operation, action, cancellationToken),
        var state => throw new InvalidOperationException($"Nothing is due in state {state}."),
    };

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now) => null;

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now) => null;

    public Task OnGivenUpAsync(UnitOfWork unit, Operation operation) => Task.CompletedTask;

    /// <summary>The state of a row.</summary>
    internal static PowerInstanceState StateOf(Operation operation) => PowerInstanceStates.Table.Parse(operation.State);

    /// <summary>A move out of the row's state, to be completed with times; its deadline stays.</summary>
    internal static OperationMove Move(Operation operation, PowerInstanceTrigger trigger, string text)
    {
        var next = PowerInstanceStates.Table.Next(StateOf(operation), trigger);
        return new OperationMove(PowerInstanceStates.Table.NameOf(next), PowerInstanceStates.Table.StatusOf(next), text, Actor.Kontor("compute"))
        {
            DeadlineAt = operation.DeadlineAt,
        };
    }
}
