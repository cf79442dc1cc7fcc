using Kontor.Engine.Common;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute;

/// <summary>Shows instances from the mirror, with their contracts; another source's or client's are answered exactly like absent ones.</summary>
public sealed class ShowInstancesHandler(
    Database database,
    ResourceStore resources,
    SubjectStore subjects,
    ContractStore contracts,
    ProtectionStore protections,
    InstanceLocks locks,
    TimeProvider clock,
    ComputeOptions options)
{
    /// <summary>Shows one instance.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownInstance>> FindAsync(ResourceId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.View) is { } refused)
        {
            return refused;
        }

        return await resources.FindAsync(id, cancellationToken) is { } found && await SeesAsync(actor, found.Resource, cancellationToken)
            ? (await WithContractsAsync([found], cancellationToken))[0]
            : ComputeProblems.InstanceNotFound();
    }

    /// <summary>Lists instances, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="subject">Only this subject's.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<ShownInstance>> ListAsync(
        Actor actor, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken) =>
        await WithContractsAsync(
            await subjects.SeenByAsync(actor, cancellationToken) is { } seen
                ? await resources.ListOfAsync([.. seen.Where(one => subject is null || one == subject)], before, limit, cancellationToken)
                : await resources.ListAsync(actor.Source, subject, before, limit, cancellationToken),
            cancellationToken);

    private Task<bool> SeesAsync(Actor actor, Resource resource, CancellationToken cancellationToken) =>
        database.ReadAsync(db => Sight.SeesAsync(db, actor, resource.Source, resource.SubjectId), cancellationToken);

    private async Task<List<ShownInstance>> WithContractsAsync(
        List<(Resource Resource, InstanceRow Mirror)> rows, CancellationToken cancellationToken)
    {
        var today = ContractTerm.DayOf(clock.GetUtcNow());
        var ids = rows.ConvertAll(row => row.Resource.Id);
        var found = (await contracts.FindAllAsync(ids, cancellationToken)).ToDictionary(contract => contract.ResourceId);
        var kept = (await protections.FindAllAsync(ids, cancellationToken)).ToDictionary(protection => protection.ResourceId);
        var lockOf = await locks.ReadAsync(rows.Select(row => row.Resource), cancellationToken);
        return rows.ConvertAll(row => new ShownInstance(row.Resource, row.Mirror, found[row.Resource.Id], PaidUntil(found[row.Resource.Id], today))
        {
            Protection = kept.GetValueOrDefault(row.Resource.Id),
            Lock = lockOf(row.Resource, found[row.Resource.Id].CancelDate),
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

    /// <summary>Gets what it is protected from; null when nobody ever protected it.</summary>
    public Protection? Protection { get; init; }

    /// <summary>Gets why its customer can do nothing with it, and when it is to be wiped.</summary>
    public required InstanceLock Lock { get; init; }

    /// <summary>Gets why its customer can do nothing with it; null when it can.</summary>
    public LockReason? Locked => Lock.Reason;

    /// <summary>Gets from when on it is to be wiped, or was; null for never.</summary>
    public DateTimeOffset? WipeAt => Lock.WipeAt;
}
