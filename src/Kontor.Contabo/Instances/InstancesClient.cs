using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

internal sealed class InstancesClient(ApiCaller caller) : IInstancesClient
{
    public IAsyncEnumerable<Page<Instance>> ListPagesAsync(InstanceFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveInstancesList", InstancePath.Root) with { Query = ToQuery(filter ?? new()) },
            ReplyJsonContext.Default.EnvelopeInstance,
            cancellationToken);

    public IAsyncEnumerable<Instance> ListAsync(InstanceFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<Instance?> FindAsync(long instanceId, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(instanceId, cancellationToken));

    public async Task<Instance> GetAsync(long instanceId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("retrieveInstance", InstancePath.Of(instanceId));
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeInstance, instance => instance.InstanceId == instanceId);
    }

    public Task<CreatedInstance> CreateAsync(CreateInstanceRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CreateAsync(request.ToJsonBytes(), requestId, cancellationToken);
    }

    public async Task<CreatedInstance> CreateAsync(ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken)
    {
        // Contabo would fill the gaps of an incomplete order with its own defaults, and bill them.
        _ = CreateInstanceRequest.FromJsonBytes(body.Span);
        var call = ApiCall.Write("createInstance", HttpMethod.Post, InstancePath.Root, requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCreatedInstance, created => created.InstanceId is not null);
    }

    public Task<ReinstalledInstance> ReinstallAsync(
        long instanceId, ReinstallInstanceRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ReinstallAsync(instanceId, request.ToJsonBytes(), requestId, cancellationToken);
    }

    public async Task<ReinstalledInstance> ReinstallAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken)
    {
        _ = ReinstallInstanceRequest.FromJsonBytes(body.Span);
        var call = ApiCall.Write("reinstallInstance", HttpMethod.Put, InstancePath.Of(instanceId), requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeReinstalledInstance, reinstalled => reinstalled.InstanceId == instanceId);
    }

    public Task<UpgradedInstance> UpgradeAsync(
        long instanceId, UpgradeInstanceRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return UpgradeAsync(instanceId, request.ToJsonBytes(), requestId, cancellationToken);
    }

    public async Task<UpgradedInstance> UpgradeAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken)
    {
        _ = UpgradeInstanceRequest.FromJsonBytes(body.Span);
        var call = ApiCall.Write("upgradeInstance", HttpMethod.Post, InstancePath.Of(instanceId) + "/upgrade", requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeUpgradedInstance, upgraded => upgraded.InstanceId == instanceId);
    }

    public async Task<RenamedInstance> RenameAsync(
        long instanceId, string displayName, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(displayName);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new RenameInstanceRequest(displayName), RequestJsonContext.Default.RenameInstanceRequest);
        var call = ApiCall.Write("patchInstance", HttpMethod.Patch, InstancePath.Of(instanceId), requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeRenamedInstance, renamed => renamed.InstanceId == instanceId);
    }

    public Task<CancelledInstance> CancelAsync(
        long instanceId, CancelInstanceRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CancelAsync(instanceId, request.ToJsonBytes(), requestId, cancellationToken);
    }

    public async Task<CancelledInstance> CancelAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(body.Length, nameof(body));
        var call = ApiCall.Write("cancelInstance", HttpMethod.Post, InstancePath.Of(instanceId) + "/cancel", requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCancelledInstance, cancelled => cancelled.InstanceId == instanceId);
    }

    public async Task<IReadOnlyList<InstanceOffer>> ListUpgradeOffersAsync(long instanceId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("retrieveAvailableInstanceProducts", InstancePath.Of(instanceId) + "/products/available");
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadList(ReplyJsonContext.Default.EnvelopeInstanceOffer).Data ?? [];
    }

    private static string ToQuery(InstanceFilter filter) => new Query()
        .Add("name", filter.Name)
        .Add("displayName", filter.DisplayName)
        .Add("dataCenter", filter.DataCenter)
        .Add("region", filter.Region)
        .Add("instanceId", filter.InstanceId)
        .AddJoined("instanceIds", filter.InstanceIds)
        .AddJoined("status", filter.Statuses)
        .AddJoined("productIds", filter.ProductIds)
        .AddJoined("addOnIds", filter.AddOnIds)
        .AddJoined("productTypes", filter.ProductTypes)
        .Add("ipConfig", filter.HasIpConfig)
        .Add("suspended", filter.Suspended)
        .Add("search", filter.Search)
        .AddEach("orderBy", filter.OrderBy)
        .ToString();
}
