using Kontor.Engine.Common;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Operations;

/// <summary>What one type of operation does; stateless, the row has the state.</summary>
public interface IOperationFlow
{
    /// <summary>Gets the type of the operations it drives.</summary>
    string Type { get; }

    /// <summary>Takes the next step, which ends in a conditional write; running twice must be harmless.</summary>
    Task AdvanceAsync(Operation operation, CancellationToken cancellationToken);

    /// <summary>The move a person's <i>resume</i> makes from this state, or null when there is nothing to resume.</summary>
    OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now);

    /// <summary>The move a person's <i>give up</i> makes from this state, or null when it cannot be given up.</summary>
    OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now);

    /// <summary>Writes what else a give-up makes true, in its transaction.</summary>
    Task OnGivenUpAsync(UnitOfWork unit, Operation operation);
}
