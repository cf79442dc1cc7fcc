using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>Buys one machine and sees it through until it runs; README.md beside this file has the protocol.</summary>
public sealed class CreateInstanceFlow(
    SubmitCreate submit, ResolveCreate resolve, WatchCreate watch, MarkInstance mark, PurchasingOptions options) : IOperationFlow
{
    public const string TypeName = "instance.create";

    public string Type => TypeName;

    public Task AdvanceAsync(Operation operation, CancellationToken cancellationToken) => StateOf(operation) switch
    {
        CreateInstanceState.Accepted => submit.AdvanceAsync(operation, cancellationToken),
        CreateInstanceState.Submitting => resolve.SenderLostAsync(operation, cancellationToken),
        CreateInstanceState.Uncertain or CreateInstanceState.Parked => resolve.LookAsync(operation, cancellationToken),
        CreateInstanceState.Provisioning or CreateInstanceState.Stalled => watch.AdvanceAsync(operation, cancellationToken),
        CreateInstanceState.Marking => mark.AdvanceAsync(operation, cancellationToken),
        CreateInstanceState.Blocked => resolve.AnnounceAsync(operation, cancellationToken),
        var state => throw new InvalidOperationException($"Nothing is due in state {state}."),
    };

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now)
    {
        var state = StateOf(operation);
        if (!CreateInstanceStates.Table.Allows(state, CreateInstanceTrigger.Resumed))
        {
            return null;
        }

        var next = CreateInstanceStates.Table.Next(state, CreateInstanceTrigger.Resumed);
        return Move(next, "Resumed by a person.", actor) with { DueAt = now, DeadlineAt = now + DeadlineOf(next) };
    }

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now)
    {
        var state = StateOf(operation);
        return CreateInstanceStates.Table.Allows(state, CreateInstanceTrigger.GivenUp)
            ? Move(CreateInstanceStates.Table.Next(state, CreateInstanceTrigger.GivenUp), "Given up by a person.", actor)
                with
            { Problem = PurchasingProblems.GivenUp() }
            : null;
    }

    public async Task OnGivenUpAsync(UnitOfWork unit, Operation operation)
    {
        if (operation.Attempt > 0 && operation.ResourceId is null)
        {
            await IntentStore.CloseAsync(unit, operation.Id, operation.Attempt, IntentOutcome.GivenUp, "given up by a person");
        }
    }

    /// <summary>The state of a row.</summary>
    internal static CreateInstanceState StateOf(Operation operation) => CreateInstanceStates.Table.Parse(operation.State);

    /// <summary>A move into a state, to be completed with times.</summary>
    internal static OperationMove Move(CreateInstanceState state, string text, Actor actor) => new(
        CreateInstanceStates.Table.NameOf(state), CreateInstanceStates.Table.StatusOf(state), text, actor);

    private TimeSpan DeadlineOf(CreateInstanceState state) => state switch
    {
        CreateInstanceState.Accepted => options.AcceptedDeadline,
        CreateInstanceState.Uncertain => options.Settling,
        _ => options.ProvisioningDeadline,
    };
}
