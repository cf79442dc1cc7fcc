using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>Shows a wish for many machines; another source's is answered exactly like an absent one.</summary>
public sealed class ShowBulkHandler(BulkStore bulks)
{
    /// <summary>Shows it.</summary>
    /// <param name="id">The bulk.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownBulk>> HandleAsync(string id, string? source, CancellationToken cancellationToken) =>
        await bulks.ShowAsync(id, source, cancellationToken) is { } shown ? shown : BulkProblems.NotFound();
}
