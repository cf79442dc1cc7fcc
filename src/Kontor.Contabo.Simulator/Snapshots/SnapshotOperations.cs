using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Snapshots;

internal static class SnapshotOperations
{
    private static readonly Dictionary<string, Func<Snapshot, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["snapshotId"] = snapshot => snapshot.SnapshotId,
        ["name"] = snapshot => snapshot.Name,
        ["createdDate"] = snapshot => snapshot.CreatedAt,
        ["autoDeleteDate"] = snapshot => snapshot.AutoDeleteAt,
    };

    public static CloudResponse List(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        var name = call.Query.Get("name");
        var rows = call.World.Snapshots.Of(instance.InstanceId)
            .Where(snapshot => name is null || snapshot.Name.Contains(name, StringComparison.Ordinal)).ToList();
        return Listing.Page(call, Ordering.Apply(call.Query, rows, Sortable), snapshot => SnapshotView.Of(call, snapshot));
    }

    public static CloudResponse Get(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        return Find(call, instance) is { } snapshot ? Answers.Single(200, SnapshotView.Of(call, snapshot), call.Path) : Missing();
    }

    public static CloudResponse Create(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        if (Refusal(call, instance) is { } refusal)
        {
            return refusal;
        }

        var snapshot = Taken(call, instance);
        SnapshotLife.Save(call.World, snapshot);
        Audit(call, snapshot, "CREATED", null, new { snapshot.Name, snapshot.Description });
        return Answers.Single(201, SnapshotView.Of(call, snapshot), $"{call.Path}/{snapshot.SnapshotId}");
    }

    public static CloudResponse Update(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        if (Find(call, instance) is not { DeletedAt: null } snapshot)
        {
            return Missing();
        }

        var changed = snapshot with
        {
            Name = call.Text("name") ?? snapshot.Name,
            Description = call.Text("description") ?? snapshot.Description,
        };
        call.World.Snapshots.Save(changed);
        Audit(call, snapshot, "UPDATED", new { snapshot.Name, snapshot.Description }, new { changed.Name, changed.Description });
        return Answers.Single(200, SnapshotView.Of(call, changed), call.Path);
    }

    /// <summary>Observed in old tests of the vendor: a deleted snapshot stays in the list for a moment.</summary>
    public static CloudResponse Delete(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        if (Find(call, instance) is not { } snapshot)
        {
            return Missing();
        }

        if (snapshot.DeletedAt is null)
        {
            SnapshotLife.Save(call.World, snapshot with { DeletedAt = call.World.Now + call.World.Options.SnapshotDeletionTime });
            Audit(call, snapshot, "DELETED", new { snapshot.Name, snapshot.Description }, null);
        }

        return Answers.NoContent;
    }

    internal static Snapshot? Find(OperationCall call, Instance instance) =>
        call.World.Snapshots.Find(instance.InstanceId, call.Key("snapshotId"));

    internal static CloudResponse Missing() => Answers.Missing("Snapshot", "snapshotId");

    internal static void Audit(OperationCall call, Snapshot snapshot, string action, object? prev, object? next) =>
        AuditWriter.Write(
            call, AuditKind.Snapshots, action,
            new Dictionary<string, object> { ["instanceId"] = snapshot.InstanceId, ["snapshotId"] = snapshot.SnapshotId }, prev, next);

    private static CloudResponse? Refusal(OperationCall call, Instance instance)
    {
        if (instance.Suspended || !InstanceTasks.IsSettled(instance))
        {
            return InstanceTasks.Refusal(call.World, instance, "snapshot");
        }

        var limit = call.World.Catalogue.Products[instance.ProductId].Snapshots;
        // Observed: ISSUE cntb#42 (2024). Assumed: one that is being deleted still counts.
        return call.World.Snapshots.Of(instance.InstanceId).Count >= limit
            ? Answers.Refusal(402, $"Total snapshots exceed the total max limit of {limit} snapshots")
            : null;
    }

    private static Snapshot Taken(OperationCall call, Instance instance)
    {
        var (world, options) = (call.World, call.World.Options);
        return new Snapshot
        {
            SnapshotId = world.Ids.NextSnapshot(world.Now),
            InstanceId = instance.InstanceId,
            Name = call.Text("name")!,
            Description = call.Text("description") ?? "",
            CreatedAt = world.Now,
            ReadyAt = world.Now + options.SnapshotTime,
            AutoDeleteAt = world.Now + options.SnapshotLifetime,
            ImageId = instance.ImageId,
            ImageName = world.ImageOf(instance).Name,
        };
    }
}
