using Kontor.Contabo;
using Kontor.Contabo.DataCenters;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.RegionChange;

/// <summary>What can be asked about a move before it is wished. Reads only.</summary>
public sealed class RegionMoves(Database database, ShowInstancesHandler instances, ContaboAccounts accounts)
{
    /// <summary>How a machine gets there: installed anew, or with its disk.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["installation", "migration"];

    /// <summary>Shows whether a machine may move, and where to.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<RegionPreview>> PreviewAsync(ResourceId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.Move) is { } forbidden)
        {
            return forbidden;
        }

        var machine = await instances.FindAsync(id, actor, cancellationToken);
        if (machine.Problem is { } absent)
        {
            return absent;
        }

        var (resource, mirror) = (machine.Value.Resource, machine.Value.Mirror);
        if (resource.State == Resource.Gone)
        {
            return ComputeProblems.InstanceGone();
        }

        var asked = await AskAsync(resource, mirror, cancellationToken);
        return asked.Problem is null ? asked.Value with { Open = await OpenAsync(resource.Id, cancellationToken) } : asked;
    }

    /// <summary>Asks the provider.</summary>
    internal async Task<Result<RegionPreview>> AskAsync(Resource resource, InstanceRow mirror, CancellationToken cancellationToken)
    {
        if (accounts.Find(resource.Account) is not { } account)
        {
            return AccountProblems.Missing(resource.Account);
        }

        try
        {
            var regions = await RegionsAsync(account.Client, cancellationToken);
            var reasons = await ReasonsAsync(account.Client, resource.ProviderId.Value, cancellationToken);
            return new RegionPreview(mirror.Region, mirror.IpV4, mirror.IpV6, [.. regions.Where(region => region != mirror.Region)], reasons);
        }
        catch (ContaboApiException failure)
        {
            return RegionProblems.Unread(failure.Reason.ToString());
        }
    }

    /// <summary>The move that waits for the provider's staff, or for a person of ours.</summary>
    private Task<OpenMove?> OpenAsync(ResourceId machine, CancellationToken cancellationToken) => database.ReadAsync(
        async db => await OperationStore.OpenOfTypeAsync(db, machine, $"instance.{RegionChange.ChangeName}") is { } open
            && await ChangeWish.FindAsync(db, open.Id) is { } wish
                ? new OpenMove(open.Id, wish.Read<RegionWish>(), wish.Learned<RegionFacts>()?.Ticket)
                : null,
        cancellationToken);

    private static async Task<SortedSet<string>> RegionsAsync(IContaboClient client, CancellationToken cancellationToken)
    {
        var regions = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var center in client.DataCenters.ListAsync(filter: null, cancellationToken))
        {
            if (center.RegionSlug is { Length: > 0 } region
                && center.Capabilities?.Any(can => can == DataCenterCapability.Vps || can == DataCenterCapability.Vds) == true)
            {
                regions.Add(region);
            }
        }

        return regions;
    }

    /// <summary>Why the provider would not; empty when it would. A refusal in its own words is an answer, all else is none.</summary>
    private static async Task<IReadOnlyList<string>> ReasonsAsync(IContaboClient client, long instance, CancellationToken cancellationToken)
    {
        try
        {
            await client.RegionChanges.CheckAsync(instance, cancellationToken);
            return [];
        }
        catch (ContaboApiException refusal) when (refusal is { Status: 400, ProviderMessages.Count: > 0 })
        {
            return refusal.ProviderMessages;
        }
    }
}

/// <summary>Whether a machine may move, and what that takes.</summary>
/// <param name="Region">Where it is now.</param>
/// <param name="IpV4">The address it loses.</param>
/// <param name="IpV6">The other address it loses.</param>
/// <param name="Regions">Where it might go.</param>
/// <param name="Reasons">Why the provider would not move it, in its words; empty when it would.</param>
public sealed record RegionPreview(string? Region, string? IpV4, string? IpV6, IReadOnlyList<string> Regions, IReadOnlyList<string> Reasons)
{
    /// <summary>Gets the move that is not done yet; null when there is none.</summary>
    public OpenMove? Open { get; init; }
}

/// <summary>A move that is not done yet.</summary>
/// <param name="Operation">Its operation.</param>
/// <param name="Wish">Where to, and how.</param>
/// <param name="Ticket">The number of the provider's ticket; null before there is one, or when its answer was lost.</param>
public sealed record OpenMove(OperationId Operation, RegionWish Wish, long? Ticket);
