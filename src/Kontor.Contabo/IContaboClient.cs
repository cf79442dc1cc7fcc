using Kontor.Contabo.DataCenters;
using Kontor.Contabo.Images;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Snapshots;
using Kontor.Contabo.Tags;

namespace Kontor.Contabo;

/// <summary>
/// One account at Contabo. Reads are repeated after transient failures; a write is attempted exactly once, in every layer,
/// and its failure says whether it may have been carried out (<see cref="ContaboApiException.Outcome"/>).
/// </summary>
public interface IContaboClient
{
    /// <summary>Gets the virtual machines.</summary>
    IInstancesClient Instances { get; }

    /// <summary>Gets the audit trail of the virtual machines.</summary>
    IInstanceAuditsClient InstanceAudits { get; }

    /// <summary>Gets power, rescue and password of the virtual machines.</summary>
    IInstanceActionsClient InstanceActions { get; }

    /// <summary>Gets the audit trail of power, rescue and password.</summary>
    IInstanceActionAuditsClient InstanceActionAudits { get; }

    /// <summary>Gets the moves of virtual machines into another region.</summary>
    IRegionChangesClient RegionChanges { get; }

    /// <summary>Gets the snapshots of the virtual machines.</summary>
    ISnapshotsClient Snapshots { get; }

    /// <summary>Gets the audit trail of snapshots.</summary>
    ISnapshotAuditsClient SnapshotAudits { get; }

    /// <summary>Gets the images.</summary>
    IImagesClient Images { get; }

    /// <summary>Gets the audit trail of custom images.</summary>
    IImageAuditsClient ImageAudits { get; }

    /// <summary>Gets the data centers.</summary>
    IDataCentersClient DataCenters { get; }

    /// <summary>Gets the stored passwords and SSH keys.</summary>
    ISecretsClient Secrets { get; }

    /// <summary>Gets the audit trail of stored passwords and SSH keys.</summary>
    ISecretAuditsClient SecretAudits { get; }

    /// <summary>Gets the tags.</summary>
    ITagsClient Tags { get; }

    /// <summary>Gets the audit trail of tags.</summary>
    ITagAuditsClient TagAudits { get; }

    /// <summary>Gets which resources carry which tags.</summary>
    ITagAssignmentsClient TagAssignments { get; }

    /// <summary>Gets the audit trail of tag assignments.</summary>
    ITagAssignmentAuditsClient TagAssignmentAudits { get; }
}
