using System.CommandLine;
using Kontor.Api.Tasks;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Tasks;

internal sealed class AssignTask : ChangeOn<TaskResponse>
{
    private readonly Option<string?> _to = Given.Text("--to", "Who looks after it. Default: nobody.", "NAME");

    public AssignTask()
        : base("assign", "Says who looks after an open task.", new TaskId())
    {
        Add(_to);
        Examples = ["kontor tasks assign 01K9ZC3T0000000000000000AB --to anna"];
    }

    protected override Task<TaskResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Tasks.AssignAsync(id, new AssignTaskRequest { Assignee = call.Get(_to) }, idempotencyKey, call.Cancel);
}

internal sealed class FinishTask : ChangeOn<TaskResponse>
{
    private readonly Option<string?> _outcome = Given.Text("--outcome", "What came of it.").Needed();

    public FinishTask()
        : base("done", "Notes that an open task was done, and what came of it.", new TaskId())
    {
        Add(_outcome);
        Examples = ["kontor tasks done 01K9ZC3T0000000000000000AB --outcome \"paid in the panel, invoice 4711\""];
    }

    protected override Task<TaskResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Tasks.DoneAsync(id, new TaskDoneRequest { Outcome = call.Given(_outcome) }, idempotencyKey, call.Cancel);
}

internal sealed class DismissTask : ChangeOn<TaskResponse>
{
    private readonly Option<string?> _reason = Given.Text("--reason", "Why nothing needs doing.").Needed();

    public DismissTask()
        : base("dismiss", "Notes that nothing needs doing about an open task, and why.", new TaskId())
    {
        Add(_reason);
        Examples = ["kontor tasks dismiss 01K9ZC3T0000000000000000AB --reason \"a test of ours\""];
    }

    protected override Task<TaskResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Tasks.DismissAsync(id, new DismissTaskRequest { Reason = call.Given(_reason) }, idempotencyKey, call.Cancel);
}

internal sealed class ReopenTask() : ChangeOn<TaskResponse>("reopen", "Opens a closed task again, with the deadline it had.", new TaskId())
{
    protected override Task<TaskResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Tasks.ReopenAsync(id, idempotencyKey, call.Cancel);
}
