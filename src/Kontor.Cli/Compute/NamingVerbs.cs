using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class RenameInstance : OperationOn
{
    private readonly Option<string?> _label = Given.Text("--label", "What it is called: up to 200 letters, digits, blanks and '-'.").Needed();

    public RenameInstance()
        : base("rename", "Calls the machine something else; the marker in its name at Contabo stays.", new InstanceId())
    {
        Add(_label);
        Examples = ["kontor instances rename 01K9ZC3T0000000000000000AB --label \"web 2\""];
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.RenameAsync(id, new RenameRequest { Label = call.Given(_label) }, idempotencyKey, call.Cancel);
}

internal sealed class SetHostname : ChangeOn<HostnameResponse>
{
    private readonly Option<string?> _hostname = Given.Text("--hostname", "The name, such as web.example.com. Default: none.", "NAME");

    public SetHostname()
        : base("set-hostname", "Keeps the host name that the machine's next installation gets; the system that runs keeps its own.", new InstanceId())
    {
        Add(_hostname);
        Examples = ["kontor instances set-hostname 01K9ZC3T0000000000000000AB --hostname web.example.com"];
    }

    protected override Task<HostnameResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Instances.SetHostnameAsync(id, new HostnameRequest { Hostname = call.Get(_hostname) }, call.Cancel);
}

internal sealed class ProtectInstance : ChangeOn<ProtectionResponse>
{
    private readonly Option<string?> _delete = Given.Choice("--delete", "Whether a terminate is refused.", "on", "off").Needed();
    private readonly Option<string?> _rebuild = Given.Choice("--rebuild", "Whether whatever would lose its disk is refused.", "on", "off").Needed();

    public ProtectInstance()
        : base("protect", "Protects the machine from its end or from losing its disk, or no longer.", new InstanceId())
    {
        Add(_delete);
        Add(_rebuild);
        Examples = ["kontor instances protect 01K9ZC3T0000000000000000AB --delete on --rebuild on"];
    }

    protected override Task<ProtectionResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Instances.ProtectAsync(
        id, new ProtectionRequest { Delete = call.Get(_delete) == "on", Rebuild = call.Get(_rebuild) == "on" }, call.Cancel);
}
