using Kontor.Engine.Common;
using Kontor.Engine.Compute.Snapshots;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Snapshot = Kontor.Contabo.Simulator.Snapshots.Snapshot;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A machine with room for three snapshots, and what is wished for them.</summary>
internal static class SnapshotWishes
{
    public static async Task<ResourceId> RoomyMachineAsync(this EngineFixture engine) =>
        (await engine.ResourceAsync((await engine.BuyAsync(Shop.Order with { Plan = "V155" })).Subject.Id)).Id;

    public static Task<Operation> TakeAsync(this EngineFixture engine, ResourceId machine, string name, string? description = null) =>
        engine.ChangeAsync(machine, "snapshot_create", new NewSnapshot(name, description));

    /// <summary>Takes some, an hour apart, and gives their ids, oldest first.</summary>
    public static async Task<List<string>> TakeEachAsync(this EngineFixture engine, ResourceId machine, params string[] names)
    {
        foreach (var name in names)
        {
            Assert.Equal("succeeded", (await engine.TakeAsync(machine, name)).State);
            engine.Pass(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        }

        return [.. (await engine.SnapshotsAsync(machine)).Select(snapshot => snapshot.SnapshotId)];
    }

    /// <summary>What the provider itself has.</summary>
    public static async Task<IReadOnlyList<Snapshot>> SnapshotsAsync(this EngineFixture engine, ResourceId machine)
    {
        var resource = (await engine.AllAsync<Resource>()).Single(row => row.Id == machine);
        return engine.Cloud.Snapshots(resource.ProviderId.Value);
    }
}
