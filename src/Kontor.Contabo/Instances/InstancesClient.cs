using System.Globalization;
using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

internal sealed class InstancesClient(ApiCaller caller) : IInstancesClient
{
    private const string Root = "/v1/compute/instances";

    public IAsyncEnumerable<Page<Instance>> ListPagesAsync(InstanceFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveInstancesList", Root) with { Query = ToQuery(filter ?? new()) },
            ReplyJsonContext.Default.EnvelopeInstance,
            cancellationToken);

    public IAsyncEnumerable<Instance> ListAsync(InstanceFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<Instance?> FindAsync(long instanceId, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(instanceId, cancellationToken));

    public async Task<Instance> GetAsync(long instanceId, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(ApiCall.Read("retrieveInstance", PathOf(instanceId)), cancellationToken).ConfigureAwait(false);
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
        var call = ApiCall.Write("createInstance", HttpMethod.Post, Root, requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCreatedInstance, created => created.InstanceId is not null);
    }

    public async Task<RenamedInstance> RenameAsync(
        long instanceId, string displayName, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(displayName);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new RenameInstanceRequest(displayName), RequestJsonContext.Default.RenameInstanceRequest);
        var call = ApiCall.Write("patchInstance", HttpMethod.Patch, PathOf(instanceId), requestId, body);
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
        var call = ApiCall.Write("cancelInstance", HttpMethod.Post, PathOf(instanceId) + "/cancel", requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCancelledInstance, cancelled => cancelled.InstanceId == instanceId);
    }

    public async Task<IReadOnlyList<InstanceOffer>> ListUpgradeOffersAsync(long instanceId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("retrieveAvailableInstanceProducts", PathOf(instanceId) + "/products/available");
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadList(ReplyJsonContext.Default.EnvelopeInstanceOffer).Data ?? [];
    }

    private static string PathOf(long instanceId) => $"{Root}/{instanceId.ToString(CultureInfo.InvariantCulture)}";

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
