using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Purchasing;

/// <summary>Finds what was sold by what people know of it, and whom a machine served when. All is found through an index.</summary>
public sealed class SaleSearch(Database database)
{
    /// <summary>Subjects whose own id begins so.</summary>
    public Task<List<Subject>> ByIdAsync(TextRange id, string? source, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => Of(db, source)
            .Where(row => TextRange.Has(row.Id, id.First, id.End))
            .OrderBy(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Subjects whose id in the billing system begins so.</summary>
    public Task<List<Subject>> ByExternalIdAsync(TextRange externalId, string? source, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => Of(db, source)
            .Where(row => TextRange.Has(row.ExternalId, externalId.First, externalId.End))
            .OrderBy(row => row.ExternalId)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>All subjects of a source's client.</summary>
    public Task<List<Subject>> ByClientAsync(string source, string client, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Subject>().Where(row => row.Source == source && row.Client == client).OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Orders whose id begins so, with their subjects.</summary>
    public Task<List<(SealedOrder Order, Subject Subject)>> OrdersByIdAsync(TextRange id, string? source, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await (from order in db.GetTable<SealedOrder>()
                                join subject in Of(db, source) on order.SubjectId equals subject.Id
                                where TextRange.Has(order.Id, id.First, id.End)
                                orderby order.Id
                                select new { order, subject }).Take(limit).ToListAsync(cancellationToken)).ConvertAll(row => (row.order, row.subject)),
            cancellationToken);

    /// <summary>Whom some machines served, and when.</summary>
    public Task<List<(Allocation Allocation, Subject Subject)>> ServedByAsync(IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await (from allocation in db.GetTable<Allocation>()
                                join item in db.GetTable<LineItem>() on allocation.LineItemId equals item.Id
                                join subject in db.GetTable<Subject>() on item.SubjectId equals subject.Id
                                where resources.Contains(allocation.ResourceId)
                                orderby allocation.From descending
                                select new { allocation, subject }).ToListAsync(cancellationToken)).ConvertAll(row => (row.allocation, row.subject)),
            cancellationToken);

    private static IQueryable<Subject> Of(DataConnection db, string? source) =>
        source is null ? db.GetTable<Subject>() : db.GetTable<Subject>().Where(row => row.Source == source);
}
