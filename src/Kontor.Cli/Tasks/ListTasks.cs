using System.CommandLine;
using Kontor.Api.Tasks;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Tasks;

internal sealed class ListTasks : ListVerb<TaskResponse>
{
    private static readonly Column<TaskResponse>[] All =
    [
        new("id", task => task.Id),
        new("deadline", task => Cell.Instant(task.DeadlineAt)),
        new("status", task => Cell.Word(task.Status)),
        new("kind", task => task.Kind),
        new("assignee", task => task.Assignee),
        new("subject", task => task.SubjectId),
        new("title", task => task.Title),
    ];

    private readonly Option<string?> _state = Given.Choice("--state", "Those that wait for somebody, or all there were. Default: open.", "open", "all");
    private readonly Option<string?> _kind = Given.Text("--kind", "Only those of this kind.", "KIND");
    private readonly Option<string?> _assignee = Given.Text("--assignee", "Only those of this assignee.", "NAME");
    private readonly Option<bool> _overdue = Given.Flag("--overdue", "Only open ones whose deadline has passed.");

    public ListTasks()
        : base("Lists what a person must do, the nearest deadline first.", "There is no such task.", All)
    {
        Add(_state);
        Add(_kind);
        Add(_assignee);
        Add(_overdue);
        Examples = ["kontor tasks list", "kontor tasks list --overdue", "kontor tasks list --assignee anna --output jsonl"];
    }

    protected override IAsyncEnumerable<TaskResponse> ReadAsync(Invocation call) => call.Client.Tasks.ListAsync(
        includeClosed: call.Get(_state) == "all", call.Get(_kind), call.Get(_assignee), call.Get(_overdue), call.Cancel);
}
