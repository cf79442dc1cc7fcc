using Kontor.Api.Compute;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class ShowInstance() : ShowVerb<InstanceResponse>("Shows an instance and the day until which it is paid.", new InstanceId())
{
    protected override Task<InstanceResponse> ReadAsync(Invocation call, string id) => call.Client.Instances.GetAsync(id, call.Cancel);
}
