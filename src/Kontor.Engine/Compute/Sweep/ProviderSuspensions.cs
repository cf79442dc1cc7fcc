using System.Collections.Concurrent;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>
/// Finds machines of ours that the provider suspended. No field says so; they are those that the full list has and the list
/// of the others has not. As many in both means none, which costs one request; a difference must show twice in a row.
/// </summary>
public sealed class ProviderSuspensions(Database database, SightingStore sightings, ResourceStore resources, FindingStore findings)
{
    private static readonly InstanceFilter NotSuspended = new() { Suspended = false };
    private readonly ConcurrentDictionary<AccountId, HashSet<long>> _lastTime = new();

    /// <summary>Compares the complete list of a sweep with that of the machines that are not suspended.</summary>
    /// <exception cref="Contabo.ContaboApiException">It could not be read; nothing follows from that.</exception>
    public async Task CompareAsync(ContaboAccount account, PageCheck all, CancellationToken cancellationToken)
    {
        var check = new PageCheck();
        await foreach (var page in account.Client.Instances.ListPagesAsync(NotSuspended, cancellationToken))
        {
            check.Add(page, instance => instance.InstanceId);
            if (page.TotalElements == all.Numbers)
            {
                await SettleAsync(account.Id, [], cancellationToken);
                return;
            }
        }

        if (check.Complete)
        {
            var suspended = all.WithoutThoseOf(check);
            await SettleAsync(account.Id, suspended, cancellationToken);
        }
    }

    private async Task SettleAsync(AccountId account, HashSet<long> suspended, CancellationToken cancellationToken)
    {
        var before = _lastTime.GetValueOrDefault(account, []);
        _lastTime[account] = suspended;
        var open = (await findings.UnresolvedAsync(FindingKind.ProviderSuspension, account, cancellationToken))
            .Where(finding => finding.Machine is { } machine && !suspended.Contains(machine.Value)).ToList();
        var proven = suspended.Where(before.Contains).Select(number => new ProviderInstanceId(number)).ToList();
        var seen = proven.Count == 0 ? [] : await sightings.ReadAsync(account, proven, cancellationToken);
        var ours = await resources.FindAllAsync([.. seen.Select(one => one.ResourceId).OfType<ResourceId>()], cancellationToken);
        var known = await findings.UnresolvedAsync(FindingKind.ProviderSuspension, account, cancellationToken);
        var news = ours.FindAll(resource => !known.Exists(finding => finding.Machine == resource.ProviderId));
        if (open.Count > 0 || news.Count > 0)
        {
            await database.WriteAsync("inventory.provider_suspension", unit => findings.KeepAsync(unit, open, news.Select(FindingOf)), cancellationToken);
        }
    }

    private static NewFinding FindingOf(Resource resource) => NewFinding.OfMachine(
        FindingKind.ProviderSuspension,
        resource,
        $"Contabo suspended machine {resource.ProviderId}: look for an unpaid invoice or an abuse report in its panel and settle it, then tell the customer.");
}
