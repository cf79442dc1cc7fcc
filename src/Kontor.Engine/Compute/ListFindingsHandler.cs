using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute;

/// <summary>Lists findings for a caller: a source sees those about its own subjects, and no others.</summary>
public sealed class ListFindingsHandler(FindingStore findings, SubjectStore subjects)
{
    private const int Stretch = 200;

    /// <summary>Lists them, newest first.</summary>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="open">Whether to show only what is still so.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<Finding>> HandleAsync(string? source, bool open, string? before, int limit, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            return await findings.ListAsync(open, before, limit, cancellationToken);
        }

        var seen = new List<Finding>();
        List<Finding> rows;
        do
        {
            rows = await findings.ListAsync(open, before, Stretch, cancellationToken);
            var own = await subjects.OwnAsync(source, rows.Select(row => row.SubjectId?.Value), cancellationToken);
            seen.AddRange(rows.Where(row => row.SubjectId is { } subject && own.Contains(subject.Value)));
            before = rows.Count > 0 ? rows[^1].Id : before;
        }
        while (seen.Count < limit && rows.Count == Stretch);

        return seen[..Math.Min(limit, seen.Count)];
    }
}
