using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Operations;

internal sealed class ShowOperation() : ShowVerb<OperationResponse>("Shows an operation with its steps.", new OperationId())
{
    protected override Task<OperationResponse> ReadAsync(Invocation call, string id) => call.Client.Operations.GetAsync(id, call.Cancel);
}
