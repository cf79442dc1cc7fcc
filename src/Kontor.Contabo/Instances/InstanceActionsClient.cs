using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

internal sealed class InstanceActionsClient(ApiCaller caller) : IInstanceActionsClient
{
    public Task<TriggeredAction> StartAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken) =>
        TriggerAsync(Call("start", instanceId, InstanceAction.Start, requestId), instanceId, cancellationToken);

    public Task<TriggeredAction> StopAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken) =>
        TriggerAsync(Call("stop", instanceId, InstanceAction.Stop, requestId), instanceId, cancellationToken);

    public Task<TriggeredAction> RestartAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken) =>
        TriggerAsync(Call("restart", instanceId, InstanceAction.Restart, requestId), instanceId, cancellationToken);

    public Task<TriggeredAction> ShutdownAsync(long instanceId, RequestId requestId, CancellationToken cancellationToken) =>
        TriggerAsync(Call("shutdown", instanceId, InstanceAction.Shutdown, requestId), instanceId, cancellationToken);

    public Task<TriggeredAction> RescueAsync(
        long instanceId, RescueInstanceRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.RescueInstanceRequest);
        return TriggerAsync(Call("rescue", instanceId, InstanceAction.Rescue, requestId, body), instanceId, cancellationToken);
    }

    public Task<TriggeredAction> ResetPasswordAsync(
        long instanceId, ResetPasswordRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.ResetPasswordRequest);
        var call = Call("resetPasswordAction", instanceId, InstanceAction.ResetPassword, requestId, body);
        return TriggerAsync(call, instanceId, cancellationToken);
    }

    private static ApiCall Call(
        string operation, long instanceId, InstanceAction action, RequestId requestId, ReadOnlyMemory<byte>? body = null) =>
        ApiCall.Write(operation, HttpMethod.Post, $"{InstancePath.Of(instanceId)}/actions/{action}", requestId, body);

    private async Task<TriggeredAction> TriggerAsync(ApiCall call, long instanceId, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeTriggeredAction, triggered => triggered.InstanceId == instanceId);
    }
}
