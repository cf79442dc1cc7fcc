using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Operations;

internal sealed class GiveUpOperation()
    : ChangeOn<OperationResponse>("give-up", "Gives up an operation that needs attention; what was found about it stays.", new OperationId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Operations.GiveUpAsync(id, idempotencyKey, call.Cancel);
}
