using Kontor.Api.Tasks;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Tasks;

internal sealed class ShowTask() : ShowVerb<TaskResponse>("Shows a task: what to do, by when, and what happens if nobody acts.", new TaskId())
{
    protected override Task<TaskResponse> ReadAsync(Invocation call, string id) => call.Client.Tasks.GetAsync(id, call.Cancel);
}
