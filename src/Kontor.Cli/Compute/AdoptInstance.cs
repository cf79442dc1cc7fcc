using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Purchasing;

namespace Kontor.Cli.Compute;

internal sealed class AdoptInstance : ChangeVerb<InstanceResponse>
{
    private readonly Option<string?> _account = Given.Text("--account", "The Contabo account it stands on.", "NAME").Needed();
    private readonly Option<long?> _providerId = Given.Place("--provider-id", "Contabo's number of it.").Needed();
    private readonly SubjectOptions _subject;

    public AdoptInstance()
        : base("adopt", "Has a machine that stands at Contabo serve a subject; nothing is bought.")
    {
        Add(_account);
        Add(_providerId);
        _subject = new SubjectOptions(this);
        Examples =
        [
            "kontor instances adopt --account main --provider-id 100200 --external-id 1002 --client 7 --order 56 --registered-on 2026-11-01 --product 3",
        ];
    }

    protected override Task<InstanceResponse> SendAsync(Invocation call, string idempotencyKey) => call.Client.Instances.AdoptAsync(
        new AdoptInstanceRequest { Account = call.Given(_account), ProviderId = call.Given(_providerId), Subject = _subject.In(call) },
        idempotencyKey,
        call.Cancel);
}
