using System.CommandLine;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Common.Waiting;

namespace Kontor.Cli.Operations;

internal sealed class ListOperations : ListVerb<OperationResponse>
{
    private readonly Option<string?> _status = Given.Choice(
        "--status", "Only those that stand there.", [.. Enum.GetValues<OperationStatus>().Select(Cell.Word)]);

    private readonly Option<string?> _subject = Given.Text("--subject", "Only those of this subject.", "ID");

    public ListOperations()
        : base("Lists operations without their steps, newest first.", "There is no such operation.", OperationColumns.All)
    {
        Add(_status);
        Add(_subject);
        Examples = ["kontor operations list --status needs_attention", "kontor operations list --limit 10 --output jsonl"];
    }

    protected override IAsyncEnumerable<OperationResponse> ReadAsync(Invocation call) =>
        call.Client.Operations.ListAsync(call.Get(_status), call.Get(_subject), call.Cancel);
}
