using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class StartInstance() : OperationOn("start", "Switches the machine on.", new InstanceId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.StartAsync(id, idempotencyKey, call.Cancel);
}

internal sealed class StopInstance()
    : OperationOn("stop", "Takes the machine's power away; what its programs have not saved is lost.", new InstanceId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.StopAsync(id, idempotencyKey, call.Cancel);
}

internal sealed class RestartInstance()
    : OperationOn("restart", "Takes the machine's power away and gives it back; what its programs have not saved is lost.", new InstanceId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.RestartAsync(id, idempotencyKey, call.Cancel);
}

internal sealed class ShutDownInstance()
    : OperationOn("shutdown", "Presses the machine's power button; a system that does not shut down in time is stopped.", new InstanceId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.ShutDownAsync(id, idempotencyKey, call.Cancel);
}
