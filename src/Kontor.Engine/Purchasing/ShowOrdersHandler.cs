using Kontor.Engine.Common;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Purchasing;

/// <summary>Shows orders with their operations; another source's are answered exactly like absent ones.</summary>
public sealed class ShowOrdersHandler(SaleStore sales, SubjectStore subjects, OperationStore operations)
{
    /// <summary>Shows one order.</summary>
    /// <param name="id">The order.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownOrder>> FindAsync(OrderId id, string? source, CancellationToken cancellationToken)
    {
        if (await sales.FindOrderAsync(id, cancellationToken) is not { } order)
        {
            return PurchasingProblems.OrderNotFound();
        }

        var subject = (await subjects.FindAsync(order.SubjectId, cancellationToken))!;
        return source is not null && subject.Source != source
            ? PurchasingProblems.OrderNotFound()
            : new ShownOrder(order, subject, (await operations.FindAsync(order.OperationId, cancellationToken))!);
    }

    /// <summary>Lists orders, newest first.</summary>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="subject">Only this subject's.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<List<ShownOrder>> ListAsync(
        string? source, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken)
    {
        var rows = await sales.ListOrdersAsync(source, subject, before, limit, cancellationToken);
        var ids = rows.ConvertAll(row => row.Order.OperationId);
        var carriers = (await operations.FindAllAsync(ids, cancellationToken)).ToDictionary(operation => operation.Id);
        return rows.ConvertAll(row => new ShownOrder(row.Order, row.Subject, carriers[row.Order.OperationId]));
    }
}

/// <summary>A sealed order, whose it is, and the operation that carries it out.</summary>
public sealed record ShownOrder(SealedOrder Order, Subject Subject, Operation Operation);
