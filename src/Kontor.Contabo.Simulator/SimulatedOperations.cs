using System.Collections.Frozen;
using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.DataCenters;
using Kontor.Contabo.Simulator.Images;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Snapshots;
using Kontor.Contabo.Simulator.Tags;

namespace Kontor.Contabo.Simulator;

/// <summary>The operations that are simulated. Every other one of the table answers 501.</summary>
internal static class SimulatedOperations
{
    public static FrozenDictionary<string, Func<OperationCall, CloudResponse>> All { get; } =
        new Dictionary<string, Func<OperationCall, CloudResponse>>
        {
            ["createInstance"] = CreateInstance.Handle,
            ["retrieveInstancesList"] = ListInstances.Handle,
            ["retrieveInstance"] = InstanceOperations.Get,
            ["patchInstance"] = InstanceOperations.Rename,
            ["cancelInstance"] = InstanceOperations.Cancel,
            ["retrieveAvailableInstanceProducts"] = ListUpgradeOffers.Handle,
            ["retrieveInstancesAuditsList"] = AuditOperations.List(AuditKind.Instances, "instanceId"),
            ["reinstallInstance"] = ReinstallInstance.Handle,
            ["upgradeInstance"] = UpgradeInstance.Handle,
            ["requestRegionChange"] = RegionChangeOperations.Request,
            ["checkSetNewHost"] = RegionChangeOperations.Check,
            ["start"] = InstanceActions.Of(InstanceTask.Start),
            ["stop"] = InstanceActions.Of(InstanceTask.Stop),
            ["restart"] = InstanceActions.Of(InstanceTask.Restart),
            ["shutdown"] = InstanceActions.Of(InstanceTask.Shutdown),
            ["rescue"] = InstanceActions.Of(InstanceTask.Rescue),
            ["resetPasswordAction"] = InstanceActions.Of(InstanceTask.ResetPassword),
            ["retrieveInstancesActionsAuditsList"] = AuditOperations.List(AuditKind.InstanceActions, "instanceId"),
            ["retrieveSnapshotList"] = SnapshotOperations.List,
            ["createSnapshot"] = SnapshotOperations.Create,
            ["retrieveSnapshot"] = SnapshotOperations.Get,
            ["updateSnapshot"] = SnapshotOperations.Update,
            ["deleteSnapshot"] = SnapshotOperations.Delete,
            ["rollbackSnapshot"] = RollbackSnapshot.Handle,
            ["retrieveSnapshotsAuditsList"] = AuditOperations.List(AuditKind.Snapshots, "instanceId", "snapshotId"),
            ["createCustomImage"] = CustomImageOperations.Create,
            ["updateImage"] = CustomImageOperations.Update,
            ["deleteImage"] = CustomImageOperations.Delete,
            ["retrieveCustomImagesStats"] = CustomImageOperations.Stats,
            ["retrieveImageList"] = ImageOperations.List,
            ["retrieveImage"] = ImageOperations.Get,
            ["retrieveImageAuditsList"] = AuditOperations.List(AuditKind.Images, "imageId"),
            ["retrieveDataCenterList"] = ListDataCenters.Handle,
            ["retrieveSecretList"] = SecretOperations.List,
            ["createSecret"] = SecretOperations.Create,
            ["retrieveSecret"] = SecretOperations.Get,
            ["updateSecret"] = SecretOperations.Update,
            ["deleteSecret"] = SecretOperations.Delete,
            ["retrieveSecretAuditsList"] = AuditOperations.List(AuditKind.Secrets, "secretId"),
            ["retrieveTagList"] = TagOperations.List,
            ["createTag"] = TagOperations.Create,
            ["retrieveTag"] = TagOperations.Get,
            ["updateTag"] = TagOperations.Update,
            ["deleteTag"] = TagOperations.Delete,
            ["retrieveTagAuditsList"] = AuditOperations.List(AuditKind.Tags, "tagId"),
            ["retrieveAssignmentList"] = AssignmentOperations.List,
            ["retrieveAssignment"] = AssignmentOperations.Get,
            ["createAssignment"] = AssignmentOperations.Create,
            ["deleteAssignment"] = AssignmentOperations.Delete,
            ["retrieveAssignmentsAuditsList"] = AuditOperations.List(AuditKind.Assignments, "tagId", "resourceId"),
        }.ToFrozenDictionary();
}
