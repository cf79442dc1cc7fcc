using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Purchasing;

namespace Kontor.Cli.Compute;

internal sealed class OpenGeneration() : ChangeOn<SubjectResponse>(
    "open-generation", "Opens the next generation after a confirmed terminate, so that the subject can be ordered again.", new SubjectId())
{
    protected override Task<SubjectResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Subjects.OpenGenerationAsync(id, idempotencyKey, call.Cancel);
}
