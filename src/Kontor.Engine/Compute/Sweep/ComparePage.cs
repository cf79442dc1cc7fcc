using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Wipe;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Compares one page of the list with our rows: one read, and one write when something on it changed.</summary>
public sealed class ComparePage(
    Database database,
    SightingStore sightings,
    ResourceStore resources,
    MirrorUpdate mirrorUpdate,
    StrangeInstance strange,
    MarkerRepair repair,
    KeepStopped keepStopped,
    DueWipe dueWipe,
    TimeProvider clock)
{
    /// <summary>Takes a page.</summary>
    public async Task TakeAsync(SweepRun run, IReadOnlyList<Instance> page, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await KnownAsync(run, page, cancellationToken);
        var (ours, strangers) = (new List<(Instance Listed, Sighting Before)>(), new List<Instance>());
        foreach (var instance in page.Where(instance => instance.InstanceId is not null))
        {
            var (number, seen) = (instance.InstanceId!.Value, known.GetValueOrDefault(instance.InstanceId.Value));
            if (seen?.ResourceId is null)
            {
                if (StrangeInstance.IsNews(instance, seen, now))
                {
                    strangers.Add(instance);
                }
            }
            else if (seen.Digest != InstanceDigest.Of(instance) || run.MayBeKeptOff(number))
            {
                ours.Add((instance, seen));
            }
        }

        if (ours.Count > 0 || strangers.Count > 0)
        {
            await LookAsync(run, await WithRowsAsync(run, ours, now, cancellationToken), strangers, cancellationToken);
        }
    }

    private async Task<Dictionary<long, Sighting>> KnownAsync(SweepRun run, IReadOnlyList<Instance> page, CancellationToken cancellationToken)
    {
        var numbers = page.Select(instance => instance.InstanceId).OfType<long>().ToList();
        if (numbers.Count == 0)
        {
            return [];
        }

        var (lowest, highest) = (numbers.Min(), numbers.Max());
        var rows = run.IsApart(lowest, highest)
            ? await sightings.ReadAsync(run.Account.Id, lowest, highest, cancellationToken)
            : await sightings.ReadAsync(run.Account.Id, numbers.ConvertAll(number => new ProviderInstanceId(number)), cancellationToken);
        return rows.ToDictionary(seen => seen.ProviderId.Value);
    }

    private async Task<List<SeenInstance>> WithRowsAsync(
        SweepRun run, List<(Instance Listed, Sighting Before)> ours, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = ours.Count == 0 ? [] : await resources.MirrorOfAsync(run.Account.Id, ours.ConvertAll(seen => seen.Before.ProviderId), cancellationToken);
        var byNumber = ours.ToDictionary(seen => seen.Before.ProviderId);
        return rows.ConvertAll(row =>
        {
            var (listed, before) = byNumber[row.Resource.ProviderId];
            return new SeenInstance(row.Resource, listed, row.Mirror, InstanceRow.Of(row.Resource.Id, listed, now), before.Digest);
        });
    }

    private async Task LookAsync(SweepRun run, List<SeenInstance> ours, List<Instance> strangers, CancellationToken cancellationToken)
    {
        var changed = ours.FindAll(seen => seen.Changed);
        if (changed.Count > 0 || strangers.Count > 0)
        {
            await database.WriteAsync(
                strangers.Count > 0 ? "inventory.strange" : "inventory.changed",
                async unit =>
                {
                    foreach (var seen in changed)
                    {
                        run.ChangedOutside |= await mirrorUpdate.KeepAsync(unit, seen.Resource, seen.Now);
                    }

                    await strange.JudgeAsync(unit, run.Account.Id, strangers);
                },
                cancellationToken);
        }

        foreach (var seen in ours)
        {
            await repair.RepairAsync(run.Account, seen.Resource, seen.Listed, cancellationToken);
            await keepStopped.CompareAsync(seen.Resource, seen.Listed, run.KeptOff, cancellationToken);
            await dueWipe.CompareAsync(seen.Resource, seen.Listed, run.KeptOff, cancellationToken);
        }
    }

    /// <summary>A machine of ours that is looked at.</summary>
    private sealed record SeenInstance(Resource Resource, Instance Listed, InstanceRow Before, InstanceRow Now, long Digest)
    {
        public bool Changed => Now.DiffersFrom(Before) || Resource.MissingLists > 0 || ResourceStore.DigestOf(Resource, Now) != Digest;
    }
}
