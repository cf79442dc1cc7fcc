using Kontor.Engine.Catalog;
using Kontor.Engine.Compute.RegionChange;
using Kontor.Engine.Compute.Snapshots;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>What is kept, bought and changed for a machine that stands. A wish for many machines opens the power wishes of the other list.</summary>
internal static class LaterWorkflows
{
    private const string Region = "SIN";

    public static IReadOnlyList<Workflow> All { get; } =
    [
        new("snapshot", "createSnapshot", Take) { Before = life => life.Buy(), MostEffects = 1, Judge = life => IfDone(life, "the snapshot is missing", Count(life) == 1) },
        new("snapshot name", "updateSnapshot", life => life.Try("snapshot_update", new ChangedSnapshot(Taken(life), "two", null)))
        {
            Before = Kept,
            Judge = life => IfDone(life, "the snapshot has its old name", life.World.Cloud.Snapshots(life.Machine!.InstanceId)[0].Name == "two"),
        },
        new("snapshot end", "deleteSnapshot", life => life.Try("snapshot_delete", new OldSnapshot(Taken(life))))
        {
            Before = Kept,
            MostEffects = 1,
            Judge = life => IfDone(life, "the snapshot is still there", Count(life) == 0),
        },
        new("rollback", "rollbackSnapshot", life => life.Try("snapshot_rollback", new Rollback(Taken(life), [])))
        {
            Before = Kept,
            MostEffects = 1,
            Judge = life => IfDone(life, "the machine does not run", life.Machine?.Status == "running"),
        },
        new("add-on", "upgradeInstance", life => life.BuyAddOn(KnownAddOns.PrivateNetworking))
        {
            Before = life => life.Buy(),
            MostEffects = 1,
            Judge = life => IfDone(life, "the machine has no add-on", life.Machine?.AddOns.Count == 1),
        },
        new("plan change", "retrieveAvailableInstanceProducts", life => life.ChangePlan())
        {
            Before = life => life.Buy(),
            Judge = life => IfDone(life, "the machine has its old plan", life.Machine?.ProductId == Operator.LargerPlan),
        },
        new("region change", "requestRegionChange", Move)
        {
            Before = life => life.Buy(),
            MostEffects = 1,
            Judge = life => IfDone(life, "the machine has not moved", life.Machine?.Region == Region),
        },
    ];

    private static void Take(MatrixLife life) => life.Try("snapshot_create", new NewSnapshot("one", null));

    private static void Kept(MatrixLife life)
    {
        life.Buy();
        Take(life);
    }

    /// <summary>The provider's staff carry the ticket out once there is one.</summary>
    private static void Move(MatrixLife life)
    {
        life.Try(RegionChange.ChangeName, new RegionWish(Region, "migration", Loses: false));
        life.World.Cloud.Panel.FinishRegionChange(life.Machine!.InstanceId);
    }

    private static string Taken(MatrixLife life) => life.World.Cloud.Snapshots(life.Machine!.InstanceId)[0].SnapshotId;

    private static int Count(MatrixLife life) => life.World.Cloud.Snapshots(life.Machine!.InstanceId).Count;

    private static string? IfDone(MatrixLife life, string wrong, bool isSo) => life.Last?.Status == "succeeded" && !isSo ? $"it succeeded and {wrong}" : null;
}
