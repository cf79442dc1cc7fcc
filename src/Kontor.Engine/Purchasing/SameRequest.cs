using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Purchasing;

/// <summary>A request under a key that its caller used before.</summary>
public static class SameRequest
{
    /// <summary>The operation that the same request led to, or that the key was used for another one; null for a key that is new.</summary>
    /// <param name="unit">The transaction that accepts the request.</param>
    /// <param name="caller">Whose key it is.</param>
    /// <param name="key">The key.</param>
    /// <param name="hash">The hash of the request.</param>
    public static async Task<Result<Operation>?> FindAsync(UnitOfWork unit, string caller, string key, string hash)
    {
        if (await IdempotencyKeys.FindAsync(unit, caller, key) is not { } remembered)
        {
            return null;
        }

        return remembered.RequestHash == hash
            ? (await OperationStore.FindAsync(unit, remembered.OperationId))!
            : PurchasingProblems.KeyReused();
    }
}
