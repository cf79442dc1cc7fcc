using Kontor.Engine.Common;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Compute;

/// <summary>Lists what secrets a machine had, never the secrets; another's machine is answered exactly like an absent one.</summary>
public sealed class ListInstanceLinksHandler(ShowInstancesHandler instances, OneTimeLinkStore links)
{
    /// <summary>Lists them, newest first.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<List<OneTimeLink>>> HandleAsync(
        ResourceId id, Actor actor, string? before, int limit, CancellationToken cancellationToken) =>
        (await instances.FindAsync(id, actor, cancellationToken)).Problem is { } problem
            ? problem
            : await links.ListAsync(id, actor.Source, before, limit, cancellationToken);
}
