using Kontor.Engine.Storage;

namespace Kontor.Engine.Purchasing;

/// <summary>Reads events for a caller: a source sees those about its own subjects, and no others.</summary>
public sealed class ReadEventsHandler(Outbox outbox, SubjectStore subjects)
{
    /// <summary>Reads events after a place.</summary>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="after">The sequence number last seen; 0 for the start.</param>
    /// <param name="limit">How many are looked at, at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<SeenEvents> HandleAsync(string? source, long after, int limit, CancellationToken cancellationToken)
    {
        var rows = await outbox.ReadAsync(after, limit, cancellationToken);
        var (next, more) = (rows.Count > 0 ? rows[^1].Sequence : after, rows.Count == limit);
        if (source is null)
        {
            return new SeenEvents(rows, next, more);
        }

        var own = await subjects.OwnAsync(source, rows.Select(row => row.SubjectId), cancellationToken);
        return new SeenEvents(rows.FindAll(row => row.SubjectId is { } subject && own.Contains(subject)), next, more);
    }
}

/// <summary>What a caller may see of a stretch of events.</summary>
/// <param name="Events">The events it may see.</param>
/// <param name="NextAfter">The end of the stretch: where to go on.</param>
/// <param name="More">Whether the stretch was cut off at the limit.</param>
public sealed record SeenEvents(IReadOnlyList<OutboxRow> Events, long NextAfter, bool More);
