using Kontor.Engine.Common;

namespace Kontor.Engine.Operations;

/// <summary>A change of state, as data.</summary>
/// <param name="State">The new state, by name.</param>
/// <param name="Status">What it looks like from outside.</param>
/// <param name="Text">The step, one sentence for a person.</param>
/// <param name="Actor">Who moved it.</param>
public sealed record OperationMove(string State, OperationStatus Status, string Text, Actor Actor)
{
    /// <summary>Gets the attempt number from now on; null keeps it.</summary>
    public int? Attempt { get; init; }

    /// <summary>Gets when a worker should look next; null when an event or a person moves it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets when the new state has lasted too long.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>Gets why it stands where it stands, when that is not where it should.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Gets the resource it works on from now on; null keeps it.</summary>
    public ResourceId? ResourceId { get; init; }
}
