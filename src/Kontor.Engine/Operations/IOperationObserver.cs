using Kontor.Engine.Storage;

namespace Kontor.Engine.Operations;

/// <summary>Told of every move of an operation, so that a room further up can make what follows from it true together with it.</summary>
public interface IOperationObserver
{
    /// <summary>Called in the transaction of the move, after it.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="seen">The operation as it was.</param>
    /// <param name="moved">The operation as it is now.</param>
    /// <param name="move">What moved it.</param>
    Task OnMovedAsync(UnitOfWork unit, Operation seen, Operation moved, OperationMove move);
}
