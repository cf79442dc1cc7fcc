using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute;

/// <summary>Shows instances from the mirror, with their contracts; another source's are answered exactly like absent ones.</summary>
public sealed class ShowInstancesHandler(ResourceStore resources, ContractStore contracts, TimeProvider clock, ComputeOptions options)
{
    /// <summary>Shows one instance.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownInstance>> FindAsync(ResourceId id, string? source, CancellationToken cancellationToken)
    {
        var row = await resources.FindAsync(id, cancellationToken);
        return row is not { } found || (source is not null && found.Resource.Source != source)
            ? ComputeProblems.InstanceNotFound()
            : (await WithContractsAsync([found], cancellationToken))[0];
    }

    /// <summary>Lists instances, newest first.</summary>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="subject">Only this subject's.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<ShownInstance>> ListAsync(
        string? source, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken) =>
        await WithContractsAsync(await resources.ListAsync(source, subject, before, limit, cancellationToken), cancellationToken);

    private async Task<List<ShownInstance>> WithContractsAsync(
        List<(Resource Resource, InstanceRow Mirror)> rows, CancellationToken cancellationToken)
    {
        var today = ContractTerm.DayOf(clock.GetUtcNow());
        var ids = rows.ConvertAll(row => row.Resource.Id);
        var found = (await contracts.FindAllAsync(ids, cancellationToken)).ToDictionary(contract => contract.ResourceId);
        return rows.ConvertAll(row => new ShownInstance(
            row.Resource, row.Mirror, found[row.Resource.Id], PaidUntil(found[row.Resource.Id], today))
        {
            RescueUntil = row.Mirror.RescueSince + options.RescueFor,
        });
    }

    private static DateOnly? PaidUntil(Contract contract, DateOnly today) => contract.CancelDate ?? contract.Term?.PaidUntil(today);
}

/// <summary>An instance, what the provider last said about it, its contract, and the day until which it is paid, if known.</summary>
public sealed record ShownInstance(Resource Resource, InstanceRow Mirror, Contract Contract, DateOnly? PaidUntil)
{
    /// <summary>Gets when somebody is told that it is still in rescue; null when it is not in rescue.</summary>
    public DateTimeOffset? RescueUntil { get; init; }
}
