using System.Text.Json.Serialization.Metadata;
using Kontor.Api.Common;

namespace Kontor.Api.Tasks;

/// <summary>The inbox: what a person must do.</summary>
public sealed class TasksClient
{
    private readonly ApiCalls _calls;

    internal TasksClient(ApiCalls calls) => _calls = calls;

    /// <summary>Reads a task; null when it is not there or not for this key to see.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<TaskResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync(PathOf(id), ApiJsonContext.Default.TaskResponse, cancellationToken);

    /// <summary>Reads a task that must be there.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<TaskResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(id), ApiJsonContext.Default.TaskResponse, cancellationToken);

    /// <summary>Lists tasks, the nearest deadline first.</summary>
    /// <param name="includeClosed">Whether to show those that were done or dismissed too.</param>
    /// <param name="kind">Only those of this kind; null for all.</param>
    /// <param name="assignee">Only those of this assignee; null for all.</param>
    /// <param name="onlyOverdue">Whether to show only open ones whose deadline has passed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<TaskResponse> ListAsync(
        bool includeClosed, string? kind, string? assignee, bool onlyOverdue, CancellationToken cancellationToken) => _calls.ListAsync(
            "tasks",
            Query.Empty.With("state", includeClosed ? "all" : null).With("kind", kind).With("assignee", assignee)
                .With("overdue", onlyOverdue ? "true" : null),
            ApiJsonContext.Default.ListPageTaskResponse,
            cancellationToken);

    /// <summary>Says who looks after an open task.</summary>
    /// <param name="id">The task.</param>
    /// <param name="request">Who.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<TaskResponse> AssignAsync(string id, AssignTaskRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        PostAsync($"{PathOf(id)}/assign", request, ApiJsonContext.Default.AssignTaskRequest, idempotencyKey, cancellationToken);

    /// <summary>Notes that an open task was done, and what came of it.</summary>
    /// <param name="id">The task.</param>
    /// <param name="request">What came of it.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<TaskResponse> DoneAsync(string id, TaskDoneRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        PostAsync($"{PathOf(id)}/done", request, ApiJsonContext.Default.TaskDoneRequest, idempotencyKey, cancellationToken);

    /// <summary>Notes that nothing needs doing about an open task, and why.</summary>
    /// <param name="id">The task.</param>
    /// <param name="request">Why.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<TaskResponse> DismissAsync(string id, DismissTaskRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        PostAsync($"{PathOf(id)}/dismiss", request, ApiJsonContext.Default.DismissTaskRequest, idempotencyKey, cancellationToken);

    /// <summary>Opens a closed task again, with the deadline it had.</summary>
    /// <param name="id">The task.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<TaskResponse> ReopenAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/reopen", null, idempotencyKey, ApiJsonContext.Default.TaskResponse, cancellationToken);

    private Task<TaskResponse> PostAsync<TBody>(
        string path, TBody body, JsonTypeInfo<TBody> type, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(path, body, type, idempotencyKey, ApiJsonContext.Default.TaskResponse, cancellationToken);

    private static string PathOf(string id) => $"tasks/{Uri.EscapeDataString(id)}";
}
