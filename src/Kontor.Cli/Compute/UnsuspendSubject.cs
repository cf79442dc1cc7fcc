using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;

namespace Kontor.Cli.Compute;

internal sealed class UnsuspendSubject : OperationOnSubject
{
    private readonly Option<string?> _kind = SuspensionKinds.Option("Which suspension is lifted; another that stands keeps the machine off. Default: unpaid.");

    public UnsuspendSubject()
        : base("unsuspend", "Takes a suspension back: the machine runs again if it ran before and no other stands.") => Add(_kind);

    protected override Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey) =>
        call.Client.Subjects.UnsuspendAsync(
            subject.Id,
            new UnsuspendRequest { Generation = generation, Fingerprint = subject.Fingerprint, Kind = SuspensionKinds.In(call, _kind) },
            idempotencyKey,
            call.Cancel);
}
