using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class RescueInstance : SecretOperation
{
    private readonly Option<string[]> _keys = SshKeyFiles.Option("Opens the rescue system to SSH keys as well.");

    public RescueInstance()
        : base(
            "rescue",
            "Boots the rescue system in place of the machine's own; what its programs have not saved is lost. Its password is shown once by the operation's link.")
    {
        Add(_keys);
        Examples = ["kontor instances rescue 01K9ZC3T0000000000000000AB"];
    }

    protected override async Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        await call.Client.Instances.RescueAsync(id, new RescueRequest { SshKeys = await SshKeyFiles.ReadAsync(call, _keys) }, idempotencyKey, call.Cancel);
}

internal sealed class LeaveRescue() : OperationOn("leave-rescue", "Restarts the machine out of the rescue system into its own.", new InstanceId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.LeaveRescueAsync(id, idempotencyKey, call.Cancel);
}
