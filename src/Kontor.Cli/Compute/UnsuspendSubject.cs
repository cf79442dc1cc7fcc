using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;

namespace Kontor.Cli.Compute;

internal sealed class UnsuspendSubject() : OperationOnSubject("unsuspend", "Takes a suspension back: the machine runs again if it ran before.")
{
    protected override Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey) =>
        call.Client.Subjects.UnsuspendAsync(
            subject.Id, new UnsuspendRequest { Generation = generation, Fingerprint = subject.Fingerprint }, idempotencyKey, call.Cancel);
}
