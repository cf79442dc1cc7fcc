using System.Runtime.CompilerServices;
using Kontor.Contabo;
using Kontor.Contabo.DataCenters;
using Kontor.Contabo.Images;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Snapshots;
using Kontor.Contabo.Tags;

namespace Kontor.Engine.Tests.Purchasing;

/// <summary>A cloud of two lists, which it gives without looking at any filter.</summary>
internal sealed class SampleCloud : IContaboClient, IInstanceAuditsClient, IInstancesClient
{
    public IReadOnlyList<InstanceAudit> Audits { get; init; } = [];

    public IReadOnlyList<Instance> Instances { get; init; } = [];

    public int PageSize { get; init; } = 100;

    public bool AuditsFail { get; init; }

    public bool InstancesFail { get; init; }

    /// <summary>Gets whether the last page of the audits lacks a row that its totals count.</summary>
    public bool AuditsShort { get; init; }

    public bool InstancesShort { get; init; }

    IInstancesClient IContaboClient.Instances => this;

    public IInstanceAuditsClient InstanceAudits => this;

    public IInstanceActionsClient InstanceActions => throw new NotSupportedException();

    public IInstanceActionAuditsClient InstanceActionAudits => throw new NotSupportedException();

    public IRegionChangesClient RegionChanges => throw new NotSupportedException();

    public ISnapshotsClient Snapshots => throw new NotSupportedException();

    public ISnapshotAuditsClient SnapshotAudits => throw new NotSupportedException();

    public IImagesClient Images => throw new NotSupportedException();

    public IImageAuditsClient ImageAudits => throw new NotSupportedException();

    public IDataCentersClient DataCenters => throw new NotSupportedException();

    public ISecretsClient Secrets => throw new NotSupportedException();

    public ISecretAuditsClient SecretAudits => throw new NotSupportedException();

    public ITagsClient Tags => throw new NotSupportedException();

    public ITagAuditsClient TagAudits => throw new NotSupportedException();

    public ITagAssignmentsClient TagAssignments => throw new NotSupportedException();

    public ITagAssignmentAuditsClient TagAssignmentAudits => throw new NotSupportedException();

    public IAsyncEnumerable<Page<InstanceAudit>> ListPagesAsync(InstanceAuditFilter? filter, CancellationToken cancellationToken) =>
        PagesAsync("retrieveInstancesAuditsList", Audits, AuditsFail, AuditsShort, cancellationToken);

    public IAsyncEnumerable<Page<Instance>> ListPagesAsync(InstanceFilter? filter, CancellationToken cancellationToken) =>
        PagesAsync("retrieveInstancesList", Instances, InstancesFail, InstancesShort, cancellationToken);

    public IAsyncEnumerable<InstanceAudit> ListAsync(InstanceAuditFilter? filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Instance> ListAsync(InstanceFilter? filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Instance?> FindAsync(long instanceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Instance> GetAsync(long instanceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CreatedInstance> CreateAsync(CreateInstanceRequest request, RequestId requestId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CreatedInstance> CreateAsync(ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ReinstalledInstance> ReinstallAsync(
        long instanceId, ReinstallInstanceRequest request, RequestId requestId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReinstalledInstance> ReinstallAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<UpgradedInstance> UpgradeAsync(
        long instanceId, UpgradeInstanceRequest request, RequestId requestId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<UpgradedInstance> UpgradeAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RenamedInstance> RenameAsync(long instanceId, string displayName, RequestId requestId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CancelledInstance> CancelAsync(
        long instanceId, CancelInstanceRequest request, RequestId requestId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CancelledInstance> CancelAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<InstanceOffer>> ListUpgradeOffersAsync(long instanceId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async IAsyncEnumerable<Page<T>> PagesAsync<T>(
        string operation, IReadOnlyList<T> rows, bool fails, bool isShort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        if (fails)
        {
            throw new ContaboApiException(new ContaboFailure
            {
                Operation = operation, Reason = ContaboErrorReason.ProviderFailed, Outcome = WriteOutcome.Unknown,
            });
        }

        var pages = rows.Count == 0 ? [[]] : rows.Chunk(PageSize).ToList();
        for (var index = 0; index < pages.Count; index++)
        {
            var items = isShort && index == pages.Count - 1 ? pages[index][..^1] : pages[index];
            yield return new Page<T>(items, index + 1, pages.Count, rows.Count, PageSize);
        }
    }
}
