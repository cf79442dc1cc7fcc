using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Images.Change;

/// <summary>Carries one kind of change to an image out: which step each state takes.</summary>
public sealed class ImageChangeFlow(ImageChange change, SubmitImageChange submit, VerifyImageChange verify) : IOperationFlow
{
    public string Type => change.Type;

    public Task AdvanceAsync(Operation operation, CancellationToken cancellationToken) => StateOf(operation) switch
    {
        ImageChangeState.Accepted => submit.AdvanceAsync(operation, change, cancellationToken),
        ImageChangeState.Submitting => verify.SenderLostAsync(operation, cancellationToken),
        ImageChangeState.Verifying => verify.AdvanceAsync(operation, change, cancellationToken),
        var state => throw new InvalidOperationException($"Nothing is due in state {state}."),
    };

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now) => null;

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now) => null;

    public Task OnGivenUpAsync(UnitOfWork unit, Operation operation) => Task.CompletedTask;

    /// <summary>The state of a row.</summary>
    internal static ImageChangeState StateOf(Operation operation) => ImageChangeStates.Table.Parse(operation.State);

    /// <summary>A move out of the row's state, to be completed with times; its deadline stays.</summary>
    internal static OperationMove Move(Operation operation, ImageChangeTrigger trigger, string text)
    {
        var next = ImageChangeStates.Table.Next(StateOf(operation), trigger);
        return new OperationMove(ImageChangeStates.Table.NameOf(next), ImageChangeStates.Table.StatusOf(next), text, Actor.Kontor("images"))
        {
            DeadlineAt = operation.DeadlineAt,
        };
    }

    /// <summary>When to look again: what did not happen within seconds happens within minutes, so the longer it took, the rarer.</summary>
    internal static DateTimeOffset Again(Operation operation, DateTimeOffset now, TimeSpan shortest, TimeSpan longest)
    {
        var waited = (now - operation.UpdatedAt) / 2;
        return now + (waited < shortest ? shortest : waited < longest ? waited : longest);
    }
}
