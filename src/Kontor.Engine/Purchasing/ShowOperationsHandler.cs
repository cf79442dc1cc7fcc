using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Purchasing;

/// <summary>Shows operations with what happened to them; those about another's subjects are answered exactly like absent ones.</summary>
public sealed class ShowOperationsHandler(Database database, OperationStore operations, SubjectStore subjects)
{
    /// <summary>Shows one operation.</summary>
    public async Task<Result<ShownOperation>> FindAsync(OperationId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.View) is { } refused)
        {
            return refused;
        }

        return await operations.FindAsync(id, cancellationToken) is { } operation
            && await database.ReadAsync(db => Sight.SeesAsync(db, actor, operation.Source, operation.SubjectId), cancellationToken)
            ? new ShownOperation(operation, await operations.StepsAsync(id, cancellationToken))
            : OperationProblems.NotFound();
    }

    /// <summary>Lists operations without their steps, newest first.</summary>
    /// <param name="filter">Which; its source and its clients' subjects are the actor's.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<Operation>> ListAsync(OperationFilter filter, Actor actor, CancellationToken cancellationToken) =>
        await operations.ListAsync(
            filter with { Source = actor.Source, Subjects = await subjects.SeenByAsync(actor, cancellationToken) }, cancellationToken);
}

/// <summary>An operation and its steps, oldest first.</summary>
public sealed record ShownOperation(Operation Operation, IReadOnlyList<OperationStep> Steps);
