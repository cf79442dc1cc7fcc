using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Inventory;

/// <summary>The rows of time lines. Rows are added, and each is filled in at most once from each side that tells of it.</summary>
public sealed class TimelineStore(Database database, IIdSource ids)
{
    /// <summary>Adds a row; its id and the time of noticing are made here.</summary>
    public Task AddAsync(UnitOfWork unit, TimelineEntry entry) => unit.Db.InsertAsync(entry with { Id = ids.NewId(), At = unit.Now });

    /// <summary>Fills a row in.</summary>
    public static Task FillInAsync(UnitOfWork unit, TimelineEntry entry) => unit.Db.UpdateAsync(entry);

    /// <summary>The newest rows of a machine.</summary>
    public static Task<List<TimelineEntry>> NewestAsync(UnitOfWork unit, ResourceId resource, int limit) => unit.Db.GetTable<TimelineEntry>()
        .Where(row => row.ResourceId == resource)
        .OrderByDescending(row => row.Id)
        .Take(limit)
        .ToListAsync();

    /// <summary>The row of a call of ours, by its <c>x-request-id</c> in lower case.</summary>
    public static Task<TimelineEntry?> FindByRequestAsync(UnitOfWork unit, ResourceId resource, string requestId) =>
        unit.Db.GetTable<TimelineEntry>().FirstOrDefaultAsync(row => row.RequestId == requestId && row.ResourceId == resource);

    /// <summary>The time line of a machine, newest first.</summary>
    /// <param name="resource">The machine.</param>
    /// <param name="before">Only rows older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<TimelineEntry>> ListAsync(ResourceId resource, string? before, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<TimelineEntry>()
            .Where(row => row.ResourceId == resource)
            .Where(row => before == null || string.Compare(row.Id, before) < 0)
            .OrderByDescending(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);
}
