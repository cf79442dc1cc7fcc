namespace Kontor.Api.Storage;

/// <summary>A part of the events, oldest first.</summary>
public sealed record EventPage
{
    /// <summary>Gets the events; those of other sources are left out.</summary>
    public required IReadOnlyList<EventResponse> Items { get; init; }

    /// <summary>Gets what to send as <c>after</c> next; it can move on although no event was shown.</summary>
    public required long NextAfter { get; init; }

    /// <summary>Gets whether more can be read at once.</summary>
    public required bool More { get; init; }
}
