using System.Collections.Concurrent;
using Kontor.Contabo;
using Kontor.Contabo.DataCenters;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Create;

/// <summary>Asks the provider, before any intent, whether what was sealed can be bought at all. Reads only.</summary>
public sealed class Preflight(LiveImages images, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<AccountId, (DateTimeOffset At, IReadOnlyList<DataCenter> DataCenters)> _dataCenters = new();

    /// <summary>Checks an order.</summary>
    /// <returns>Null when it may be sent; a problem of kind <see cref="ProblemKind.Unavailable"/> when nothing could be learned.</returns>
    public async Task<Problem?> CheckAsync(ContaboAccount account, SealedOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var image = await images.FindAsync(account, order.Image, cancellationToken);
            var dataCenters = await DataCentersAsync(account, cancellationToken);
            return ImageProblem(order, image) ?? RegionProblem(order, dataCenters);
        }
        catch (ContaboApiException failure)
        {
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }

    private static Problem? ImageProblem(SealedOrder order, LiveImage? image) =>
        image is null ? ComputeProblems.ImageNotOffered(order.Image)
        : image.NeedsMib > order.DiskMib ? ComputeProblems.ImageTooLarge(order.Image, image.NeedsMib, order.DiskMib)
        : null;

    private static Problem? RegionProblem(SealedOrder order, IReadOnlyList<DataCenter> dataCenters)
    {
        var offered = dataCenters
            .Where(center => center.Capabilities?.Any(can => can == DataCenterCapability.Vps || can == DataCenterCapability.Vds) == true)
            .Select(center => center.RegionSlug ?? "")
            .Distinct()
            .ToList();
        return offered.Contains(order.Region) ? null : ComputeProblems.RegionNotOffered(order.Region, offered);
    }

    private async Task<IReadOnlyList<DataCenter>> DataCentersAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        if (_dataCenters.TryGetValue(account.Id, out var known) && clock.GetUtcNow() - known.At < Fresh)
        {
            return known.DataCenters;
        }

        var dataCenters = new List<DataCenter>();
        await foreach (var dataCenter in account.Client.DataCenters.ListAsync(filter: null, cancellationToken))
        {
            dataCenters.Add(dataCenter);
        }

        _dataCenters[account.Id] = (clock.GetUtcNow(), dataCenters);
        return dataCenters;
    }
}
