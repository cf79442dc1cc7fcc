using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

internal sealed class RegionChangesClient(ApiCaller caller) : IRegionChangesClient
{
    public async Task CheckAsync(long instanceId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("checkSetNewHost", PathOf(instanceId) + "/check");
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        reply.RequireNothing();
    }

    public async Task<RegionChangeTicket> RequestAsync(
        long instanceId, RegionChangeRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Region, nameof(request));
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Method.Value, nameof(request));
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.RegionChangeRequest);
        var call = ApiCall.Write("requestRegionChange", HttpMethod.Post, PathOf(instanceId), requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeRegionChangeTicket, static ticket => ticket.TicketNumber is not null);
    }

    private static string PathOf(long instanceId) => InstancePath.Of(instanceId) + "/regionChange";
}
