using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Inventory;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Purchasing;

namespace Kontor.Cli.Inventory;

internal sealed class AdoptFinding() : ChangeOn<InstanceResponse>(
    "adopt", "Adopts a found machine read-only: it is known, serves nobody, and nothing is ever sent for it.", new FindingId())
{
    protected override Task<InstanceResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Findings.AdoptAsync(id, idempotencyKey, call.Cancel);
}

internal sealed class AssignFinding : ChangeOn<InstanceResponse>
{
    private readonly SubjectOptions _subject;
    private readonly Option<string?> _source = Given.Text("--source", "Whose subject: the source of an API key. Default: the one source there is.", "NAME");

    public AssignFinding()
        : base("assign", "Gives a found machine, adopted before or not, to a subject that has none; nothing is bought.", new FindingId())
    {
        _subject = new SubjectOptions(this);
        Add(_source);
        Examples =
        [
            "kontor findings assign 01K9ZC3T0000000000000000AB --external-id 1002 --client 7 --order 56 --registered-on 2026-11-01 --product 3",
        ];
    }

    protected override Task<InstanceResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Findings.AssignAsync(
        id, new AssignFindingRequest { Subject = _subject.In(call), Source = call.Get(_source) }, idempotencyKey, call.Cancel);
}

internal sealed class IgnoreFinding : ChangeOn<FindingResponse>
{
    private readonly Option<string?> _reason = Given.Text("--reason", "Why, up to 200 characters.").Needed();

    public IgnoreFinding()
        : base("ignore", "Says that a finding does not matter; it is open again when something about it changes.", new FindingId())
    {
        Add(_reason);
        Examples = ["kontor findings ignore 01K9ZC3T0000000000000000AB --reason \"a machine of our own\""];
    }

    protected override Task<FindingResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Findings.IgnoreAsync(id, new IgnoreFindingRequest { Reason = call.Given(_reason) }, call.Cancel);
}

internal sealed class ReopenFinding() : ChangeOn<FindingResponse>("reopen", "Takes back that a finding was ignored.", new FindingId())
{
    protected override Task<FindingResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Findings.ReopenAsync(id, call.Cancel);
}
