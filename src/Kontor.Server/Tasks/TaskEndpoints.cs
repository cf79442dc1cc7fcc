using Kontor.Api.Common;
using Kontor.Api.Tasks;
using Kontor.Engine.Common;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Tasks;

/// <summary>The inbox: what a person must do.</summary>
internal static class TaskEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapGet("", ListAsync).WithName("ListTasks").Needs(Right.Tasks).RequireAuthorization(ApiScopes.TasksRead)
            .WithSummary("Lists tasks, the nearest deadline first; those that were done or dismissed only with state=all.");
        tasks.MapGet("/{id}", ShowAsync).WithName("GetTask").Needs(Right.Tasks).RequireAuthorization(ApiScopes.TasksRead)
            .WithSummary("Shows a task.");
        tasks.MapPost("/{id}/assign", AssignAsync).WithName("AssignTask").Needs(Right.Tasks).RequireAuthorization(ApiScopes.TasksWrite)
            .WithSummary("Says who looks after an open task, or that nobody does.");
        tasks.MapPost("/{id}/done", DoneAsync).WithName("CompleteTask").Needs(Right.Tasks).RequireAuthorization(ApiScopes.TasksWrite)
            .WithSummary("Notes that an open task was done, and what came of it.");
        tasks.MapPost("/{id}/dismiss", DismissAsync).WithName("DismissTask").Needs(Right.Tasks).RequireAuthorization(ApiScopes.TasksWrite)
            .WithSummary("Notes that nothing needs doing about an open task, and why.");
        tasks.MapPost("/{id}/reopen", ReopenAsync).WithName("ReopenTask").Needs(Right.Tasks).RequireAuthorization(ApiScopes.TasksWrite)
            .WithSummary("Opens a closed task again, with the deadline it had.");
    }

    internal static async Task<Results<Ok<ListPage<TaskResponse>>, ProblemAnswer>> ListAsync(
        Caller caller, [AsParameters] TaskPageQuery query, TaskStore tasks, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Pages.OfAsync(
            query,
            limit => tasks.ListAsync(query.ToFilter(caller.Source, clock.GetUtcNow(), limit), cancellationToken),
            task => task.Id,
            task => task.ToResponse()));

    internal static async Task<Results<Ok<TaskResponse>, ProblemAnswer>> ShowAsync(
        string id, Caller caller, ShowTaskHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.HandleAsync(id, caller.Source, cancellationToken));

    internal static async Task<Results<Ok<TaskResponse>, ProblemAnswer>> AssignAsync(
        string id, Caller caller, Body<AssignTaskRequest> body, AssignTaskHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.HandleAsync(new AssignTask(id, body.Value.Assignee, caller.Source), caller.Actor, cancellationToken));

    internal static async Task<Results<Ok<TaskResponse>, ProblemAnswer>> DoneAsync(
        string id, Caller caller, Body<TaskDoneRequest> body, CloseTaskHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.DoneAsync(new CloseTask(id, body.Value.Outcome, caller.Source), caller.Actor, cancellationToken));

    internal static async Task<Results<Ok<TaskResponse>, ProblemAnswer>> DismissAsync(
        string id, Caller caller, Body<DismissTaskRequest> body, CloseTaskHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.DismissAsync(new CloseTask(id, body.Value.Reason, caller.Source), caller.Actor, cancellationToken));

    internal static async Task<Results<Ok<TaskResponse>, ProblemAnswer>> ReopenAsync(
        string id, Caller caller, ReopenTaskHandler handler, CancellationToken cancellationToken) =>
        ToHttp(await handler.HandleAsync(id, caller.Source, caller.Actor, cancellationToken));

    private static Results<Ok<TaskResponse>, ProblemAnswer> ToHttp(Result<TaskRow> result) =>
        result.Match<Results<Ok<TaskResponse>, ProblemAnswer>>(task => TypedResults.Ok(task.ToResponse()), problem => problem.ToHttp());
}
