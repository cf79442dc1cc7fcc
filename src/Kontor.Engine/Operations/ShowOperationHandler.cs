using Kontor.Engine.Common;

namespace Kontor.Engine.Operations;

/// <summary>Shows one operation with what happened to it; another source's is answered exactly like an absent one.</summary>
public sealed class ShowOperationHandler(OperationStore operations)
{
    /// <summary>Shows it.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownOperation>> HandleAsync(OperationId id, string? source, CancellationToken cancellationToken)
    {
        var operation = await operations.FindAsync(id, cancellationToken);
        return operation is null || (source is not null && operation.Source != source)
            ? OperationProblems.NotFound()
            : new ShownOperation(operation, await operations.StepsAsync(id, cancellationToken));
    }
}

/// <summary>An operation and its steps, oldest first.</summary>
public sealed record ShownOperation(Operation Operation, IReadOnlyList<OperationStep> Steps);
