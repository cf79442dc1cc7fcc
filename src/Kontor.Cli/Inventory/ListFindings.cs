using System.CommandLine;
using Kontor.Api.Inventory;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Inventory;

internal sealed class ListFindings : ListVerb<FindingResponse>
{
    private static readonly Column<FindingResponse>[] All =
    [
        new("id", finding => finding.Id),
        new("kind", finding => finding.Kind),
        new("account", finding => finding.Account),
        new("subject", finding => finding.SubjectId),
        new("about", finding => finding.About),
        new("last-seen", finding => Cell.Instant(finding.LastSeenAt)),
        new("resolved", finding => finding.ResolvedAt is { } at ? Cell.Instant(at) : null),
        new("detail", finding => finding.Detail),
    ];

    private readonly Option<string?> _state = Given.Choice(
        "--state", "How they stand. Default: open.", [.. Enum.GetValues<FindingState>().Select(Cell.Word), "all"]);

    private readonly Option<string?> _kind = Given.Text("--kind", "Only those of this kind.", "KIND");

    public ListFindings()
        : base("Lists what needs a person's eye, newest first.", "There is no finding.", All)
    {
        Add(_state);
        Add(_kind);
        Examples = ["kontor findings list", "kontor findings list --kind unknown_instance", "kontor findings list --state all --output jsonl"];
    }

    protected override IAsyncEnumerable<FindingResponse> ReadAsync(Invocation call) => call.Client.Findings.ListAsync(
        Enum.GetValues<FindingState>().Where(state => Cell.Word(state) == (call.Get(_state) ?? "open")).Select(state => (FindingState?)state).FirstOrDefault(),
        call.Get(_kind),
        call.Cancel);
}
