using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;

namespace Kontor.Cli.Compute;

internal sealed class SuspendSubject : OperationOnSubject
{
    private readonly Option<string?> _reason = Given.Text("--reason", "Why, up to 200 characters.");

    private readonly Option<string?> _kind = SuspensionKinds.Option("For what. Default: unpaid; abuse is set by a staff key alone.");

    public SuspendSubject()
        : base("suspend", "Stops the machine and keeps it off until it is unsuspended; each suspension stops it anew.")
    {
        Add(_reason);
        Add(_kind);
        Examples = ["kontor subjects suspend 01K9ZC3T0000000000000000AB --reason \"invoice 2001 is overdue\""];
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey) =>
        call.Client.Subjects.SuspendAsync(
            subject.Id,
            new SuspendRequest { Generation = generation, Fingerprint = subject.Fingerprint, Reason = call.Get(_reason), Kind = SuspensionKinds.In(call, _kind) },
            idempotencyKey,
            call.Cancel);
}
