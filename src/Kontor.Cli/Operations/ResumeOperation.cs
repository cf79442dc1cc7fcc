using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Operations;

internal sealed class ResumeOperation()
    : OperationOn("resume", "Resumes an operation that needs attention; it looks before it does anything.", new OperationId())
{
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Operations.ResumeAsync(id, idempotencyKey, call.Cancel);
}
