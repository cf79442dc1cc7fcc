using System.Collections.Frozen;
using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.DataCenters;
using Kontor.Contabo.Simulator.Images;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Secrets;
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
