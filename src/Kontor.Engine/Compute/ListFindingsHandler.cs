using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute;

/// <summary>Lists findings for a caller: a source sees those about its own subjects, and no others.</summary>
public sealed class ListFindingsHandler(FindingStore findings, SubjectStore subjects)
{
    private const int Stretch = 200;

    /// <summary>Lists them, newest first.</summary>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="filter">Which to list.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<Finding>> HandleAsync(string? source, FindingFilter filter, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            return await findings.ListAsync(filter, cancellationToken);
        }

        var seen = new List<Finding>();
        var before = filter.Before;
        List<Finding> rows;
        do
        {
            rows = await findings.ListAsync(filter with { Before = before, Limit = Stretch }, cancellationToken);
            var own = await subjects.OwnAsync(source, rows.Select(row => row.SubjectId?.Value), cancellationToken);
            seen.AddRange(rows.Where(row => row.SubjectId is { } subject && own.Contains(subject.Value)));
            before = rows.Count > 0 ? rows[^1].Id : before;
        }
        while (seen.Count < filter.Limit && rows.Count == Stretch);

        return seen[..Math.Min(filter.Limit, seen.Count)];
    }
}
