using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Purchasing;

/// <summary>The rows of sealed orders, line items and allocations.</summary>
public sealed class SaleStore(Database database)
{
    public static Task InsertAsync(UnitOfWork unit, SealedOrder order) => unit.Db.InsertAsync(order);

    public static Task InsertAsync(UnitOfWork unit, LineItem item) => unit.Db.InsertAsync(item);

    public static Task ReplaceAsync(UnitOfWork unit, SealedOrder order) => unit.Db.UpdateAsync(order);

    public static Task<SealedOrder> OrderOfAsync(UnitOfWork unit, OperationId operation) =>
        unit.Db.GetTable<SealedOrder>().FirstAsync(row => row.OperationId == operation);

    public static Task<SealedOrder?> OrderOfMarkerAsync(UnitOfWork unit, Marker marker) =>
        unit.Db.GetTable<SealedOrder>().FirstOrDefaultAsync(row => row.Marker == marker.Value);

    /// <summary>An operation in one of some statuses whose order is for an image on an account; null when there is none.</summary>
    public static Task<Operation?> OrderingAsync(DataConnection db, AccountId account, string image, IReadOnlyCollection<string> statuses) =>
        (from order in db.GetTable<SealedOrder>()
         join operation in db.GetTable<Operation>() on order.OperationId equals operation.Id
         where order.Account == account && order.Image == image && statuses.Contains(operation.Status)
         orderby operation.Id
         select operation).FirstOrDefaultAsync()!;

    /// <summary>Gives a resource wholly to the base line item of a subject's generation.</summary>
    public static async Task AllocateAsync(UnitOfWork unit, string id, SubjectId subject, int generation, ResourceId resource)
    {
        var item = await unit.Db.GetTable<LineItem>().FirstAsync(
            row => row.SubjectId == subject && row.Generation == generation && row.Origin == "base");
        await unit.Db.InsertAsync(new Allocation
        {
            Id = id,
            LineItemId = item.Id,
            ResourceId = resource,
            Share = Allocation.Whole,
            From = unit.Now,
        });
    }

    /// <summary>Gives a resource wholly to one line item, besides what it serves already.</summary>
    public static Task AllocateAsync(UnitOfWork unit, string id, string lineItem, ResourceId resource) => unit.Db.InsertAsync(new Allocation
    {
        Id = id,
        LineItemId = lineItem,
        ResourceId = resource,
        Share = Allocation.Whole,
        From = unit.Now,
    });

    /// <summary>Ends what serves a line item.</summary>
    /// <returns>False when nothing did.</returns>
    public static async Task<bool> TryEndAllocationAsync(UnitOfWork unit, string lineItem) => await unit.Db.GetTable<Allocation>()
        .Where(row => row.LineItemId == lineItem && row.To == null)
        .Set(row => row.To, unit.Now)
        .UpdateAsync() > 0;

    /// <summary>The add-ons that were sold to a subject's generation, oldest first, each with what serves it now, if anything does.</summary>
    public static async Task<List<(LineItem Item, Allocation? Serves)>> AddOnsAsync(DataConnection db, SubjectId subject, int generation)
    {
        var rows = await (from item in db.GetTable<LineItem>()
                          from serves in db.GetTable<Allocation>().LeftJoin(row => row.LineItemId == item.Id && row.To == null)
                          where item.SubjectId == subject && item.Generation == generation && item.Origin == LineItem.AddOn
                          orderby item.Id
                          select new { item, serves }).ToListAsync();
        return rows.ConvertAll(row => (row.item, (Allocation?)row.serves));
    }

    /// <summary>The resource that serves a subject's generation now; null when none was allocated.</summary>
    public static Task<ResourceId?> AllocatedAsync(UnitOfWork unit, SubjectId subject, int generation) => AllocatedAsync(unit.Db, subject, generation);

    /// <inheritdoc cref="AllocatedAsync(UnitOfWork, SubjectId, int)"/>
    public static Task<ResourceId?> AllocatedAsync(DataConnection db, SubjectId subject, int generation) =>
        (from item in db.GetTable<LineItem>()
         join allocation in db.GetTable<Allocation>() on item.Id equals allocation.LineItemId
         where item.SubjectId == subject && item.Generation == generation && allocation.To == null
         select (ResourceId?)allocation.ResourceId).FirstOrDefaultAsync();

    /// <summary>Ends every allocation of a resource.</summary>
    public static Task EndAllocationsAsync(UnitOfWork unit, ResourceId resource) => unit.Db.GetTable<Allocation>()
        .Where(row => row.ResourceId == resource && row.To == null)
        .Set(row => row.To, unit.Now)
        .UpdateAsync();

    /// <summary>Resources of which more is allocated now than there is.</summary>
    public Task<List<ResourceId>> OverallocatedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Allocation>()
            .Where(row => row.To == null)
            .GroupBy(row => row.ResourceId)
            .Where(group => group.Sum(row => row.Share) > Allocation.Whole)
            .Select(group => group.Key)
            .ToListAsync(cancellationToken),
        cancellationToken);

    public Task<SealedOrder> OrderOfAsync(OperationId operation, CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.GetTable<SealedOrder>().FirstAsync(row => row.OperationId == operation, cancellationToken), cancellationToken);

    public Task<SealedOrder?> FindOrderAsync(OrderId id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.GetTable<SealedOrder>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken);

    /// <summary>Lists sealed orders with their subjects, newest first.</summary>
    public Task<List<(SealedOrder Order, Subject Subject)>> ListOrdersAsync(
        string? source, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db =>
            {
                var rows = await (from order in db.GetTable<SealedOrder>()
                                  join owner in db.GetTable<Subject>() on order.SubjectId equals owner.Id
                                  where (source == null || owner.Source == source)
                                      && (subject == null || owner.Id == subject)
                                      && (before == null || string.Compare((string)(object)order.Id, before) < 0)
                                  orderby order.Id descending
                                  select new { order, owner }).Take(limit).ToListAsync(cancellationToken);
                return rows.ConvertAll(row => (row.order, row.owner));
            },
            cancellationToken);
}
