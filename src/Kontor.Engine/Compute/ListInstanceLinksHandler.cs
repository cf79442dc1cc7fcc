using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Compute;

/// <summary>Lists what secrets a machine had, never the secrets; another source's machine is answered exactly like an absent one.</summary>
public sealed class ListInstanceLinksHandler(ResourceStore resources, OneTimeLinkStore links)
{
    /// <summary>Lists them, newest first.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<List<OneTimeLink>>> HandleAsync(
        ResourceId id, string? source, string? before, int limit, CancellationToken cancellationToken)
    {
        var row = await resources.FindAsync(id, cancellationToken);
        return row is not { } found || (source is not null && found.Resource.Source != source)
            ? ComputeProblems.InstanceNotFound()
            : await links.ListAsync(id, source, before, limit, cancellationToken);
    }
}
