using Kontor.Contabo.Calls;
using Kontor.Contabo.DataCenters;
using Kontor.Contabo.Http;
using Kontor.Contabo.Images;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Snapshots;
using Kontor.Contabo.Tags;

namespace Kontor.Contabo;

/// <summary>The client of one account, with one token and one rate budget. Safe to use from many calls at once.</summary>
public sealed class ContaboClient : IContaboClient, IDisposable
{
    private readonly RateBudget _budget;

    internal ContaboClient(ApiCaller caller, RateBudget budget)
    {
        _budget = budget;
        Instances = new InstancesClient(caller);
        InstanceAudits = new InstanceAuditsClient(caller);
        InstanceActions = new InstanceActionsClient(caller);
        InstanceActionAudits = new InstanceActionAuditsClient(caller);
        RegionChanges = new RegionChangesClient(caller);
        Snapshots = new SnapshotsClient(caller);
        SnapshotAudits = new SnapshotAuditsClient(caller);
        Images = new ImagesClient(caller);
        ImageAudits = new ImageAuditsClient(caller);
        DataCenters = new DataCentersClient(caller);
        Secrets = new SecretsClient(caller);
        SecretAudits = new SecretAuditsClient(caller);
        Tags = new TagsClient(caller);
        TagAudits = new TagAuditsClient(caller);
        TagAssignments = new TagAssignmentsClient(caller);
        TagAssignmentAudits = new TagAssignmentAuditsClient(caller);
    }

    /// <inheritdoc/>
    public IInstancesClient Instances { get; }

    /// <inheritdoc/>
    public IInstanceAuditsClient InstanceAudits { get; }

    /// <inheritdoc/>
    public IInstanceActionsClient InstanceActions { get; }

    /// <inheritdoc/>
    public IInstanceActionAuditsClient InstanceActionAudits { get; }

    /// <inheritdoc/>
    public IRegionChangesClient RegionChanges { get; }

    /// <inheritdoc/>
    public ISnapshotsClient Snapshots { get; }

    /// <inheritdoc/>
    public ISnapshotAuditsClient SnapshotAudits { get; }

    /// <inheritdoc/>
    public IImagesClient Images { get; }

    /// <inheritdoc/>
    public IImageAuditsClient ImageAudits { get; }

    /// <inheritdoc/>
    public IDataCentersClient DataCenters { get; }

    /// <inheritdoc/>
    public ISecretsClient Secrets { get; }

    /// <inheritdoc/>
    public ISecretAuditsClient SecretAudits { get; }

    /// <inheritdoc/>
    public ITagsClient Tags { get; }

    /// <inheritdoc/>
    public ITagAuditsClient TagAudits { get; }

    /// <inheritdoc/>
    public ITagAssignmentsClient TagAssignments { get; }

    /// <inheritdoc/>
    public ITagAssignmentAuditsClient TagAssignmentAudits { get; }

    /// <summary>Stops the timer of the rate budget. The primary handler is the caller's and stays usable.</summary>
    public void Dispose() => _budget.Dispose();
}
