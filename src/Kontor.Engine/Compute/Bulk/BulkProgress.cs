using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>Notes at a bulk how the operation of one of its machines ended, in the transaction in which it ended.</summary>
public sealed class BulkProgress(BulkSignal signal) : IOperationObserver
{
    public async Task OnMovedAsync(UnitOfWork unit, Operation seen, Operation moved, OperationMove move)
    {
        var state = move.Status switch
        {
            OperationStatus.Succeeded => BulkItem.Succeeded,
            OperationStatus.Failed or OperationStatus.Cancelled => BulkItem.Failed,
            _ => null,
        };
        if (state is not null && await BulkStore.EndAsync(unit, moved.Id, state, moved.ProblemCode, moved.ProblemDetail))
        {
            unit.AfterCommit(signal.Wake.Set);
        }
    }
}
