using Kontor.Engine.Common;

namespace Kontor.Engine.Tasks;

/// <summary>Shows one task; one that the caller may not see is answered exactly like an absent one.</summary>
public sealed class ShowTaskHandler(TaskStore tasks)
{
    /// <summary>Shows it.</summary>
    /// <param name="id">The task.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<TaskRow>> HandleAsync(string id, string? source, CancellationToken cancellationToken) =>
        await tasks.FindAsync(id, source, cancellationToken) is { } task ? task : TaskProblems.NotFound();
}
