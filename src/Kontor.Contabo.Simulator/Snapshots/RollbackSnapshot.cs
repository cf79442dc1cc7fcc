using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Snapshots;

/// <summary>Puts the disk back to a snapshot and takes the newer ones away.</summary>
internal static class RollbackSnapshot
{
    public static CloudResponse Handle(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        if (SnapshotOperations.Find(call, instance) is not { DeletedAt: null } snapshot)
        {
            return SnapshotOperations.Missing();
        }

        var newer = call.World.Snapshots.Of(instance.InstanceId)
            .SkipWhile(one => one.SnapshotId != snapshot.SnapshotId).Skip(1).ToList();
        if (Refusal(call, instance, snapshot, newer) is { } refusal)
        {
            return refusal;
        }

        Accept(call, instance, snapshot, newer);
        return Answers.LinksOnly(200, new Dictionary<string, string>
        {
            ["self"] = $"/v1/compute/instances/{instance.InstanceId}/snapshots/{snapshot.SnapshotId}",
        });
    }

    private static CloudResponse? Refusal(OperationCall call, Instance instance, Snapshot snapshot, List<Snapshot> newer)
    {
        if (!InstanceTasks.Accepts(instance, InstanceTask.Rollback))
        {
            return InstanceTasks.Refusal(call.World, instance, "rollback");
        }

        if (snapshot.ReadyAt > call.World.Now)
        {
            // Observed in old tests of the vendor: usable after some seconds. Assumed: status and text.
            return Answers.Refusal(call.World.Options.WrongStateStatus, "Snapshot is not ready yet");
        }

        return newer.Count > 0 && call.World.Options.OlderRollbackIsRefused
            // Observed: 2022.
            ? Answers.Refusal(422, "Snapshot cannot be used to rollback instance as is not the latest version")
            : null;
    }

    /// <summary>Assumed: newer ones go at once, and each leaves a row of this call.</summary>
    private static void Accept(OperationCall call, Instance instance, Snapshot snapshot, List<Snapshot> newer)
    {
        var outcome = call.NextFault(FaultCategory.Outcome);
        SnapshotOperations.Audit(call, snapshot, "UPDATED", null, new { Rollback = true });
        foreach (var one in newer)
        {
            call.World.Snapshots.Remove(one);
            SnapshotOperations.Audit(call, one, "DELETED", new { one.Name, one.Description }, null);
        }

        if (outcome is null)
        {
            var begun = InstanceTasks.Begin(call.World, instance, InstanceTask.Rollback);
            InstanceLife.Save(call.World, begun with { RolledBackTo = snapshot.SnapshotId });
        }
    }
}
