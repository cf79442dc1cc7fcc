using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Inventory;

/// <summary>Finds machines by what people know of them. All but a part of a name is found through an index.</summary>
public sealed class InstanceSearch(Database database)
{
    private const long Highest = 999_999_999_999_999_999;

    /// <summary>Machines whose number at the provider begins with some digits.</summary>
    public Task<List<Resource>> ByNumberAsync(long digits, string? source, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var found = new List<Resource>();
            // All numbers that begin with 20 are 20, 200 to 209, 2000 to 2099 and so on.
            for (long from = digits, width = 1; from <= Highest && found.Count < limit; from *= 10, width *= 10)
            {
                var to = from + width - 1;
                found.AddRange(await Of(db, source)
                    .Where(row => (long)(object)row.ProviderId >= from && (long)(object)row.ProviderId <= to)
                    .OrderBy(row => row.ProviderId)
                    .Take(limit - found.Count)
                    .ToListAsync(cancellationToken));
                if (from == 0)
                {
                    break;
                }
            }

            return found;
        },
        cancellationToken);

    /// <summary>Machines whose own id begins so.</summary>
    public Task<List<Resource>> ByIdAsync(TextRange id, string? source, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => Of(db, source)
            .Where(row => TextRange.Has(row.Id, id.First, id.End))
            .OrderBy(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Machines with a part of a name in their display name; the one search that looks at every machine.</summary>
    public Task<List<(Resource Resource, InstanceRow Mirror)>> ByNameAsync(string part, string? source, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await (from resource in Of(db, source)
                                join mirror in db.GetTable<InstanceRow>() on resource.Id equals mirror.ResourceId
                                where mirror.DisplayName!.Contains(part) || resource.Label.Contains(part)
                                orderby resource.Id descending
                                select new { resource, mirror }).Take(limit).ToListAsync(cancellationToken)).ConvertAll(row => (row.resource, row.mirror)),
            cancellationToken);

    /// <summary>Who had an address, or one that begins so; the newest first.</summary>
    /// <param name="ip">The address in its canonical form, or how it begins.</param>
    /// <param name="at">Only who had it then; null for whenever.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<(IpAssignment Assignment, Resource Resource)>> ByAddressAsync(
        TextRange ip, DateTimeOffset? at, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var rows = db.GetTable<IpAssignment>().Where(row => TextRange.Has(row.Ip, ip.First, ip.End));
            rows = at is { } then ? rows.Where(row => row.From <= then && (row.To == null || row.To > then)) : rows;
            return (await (from assignment in rows
                           join resource in db.GetTable<Resource>() on assignment.ResourceId equals resource.Id
                           orderby assignment.From descending
                           select new { assignment, resource }).Take(limit).ToListAsync(cancellationToken)).ConvertAll(row => (row.assignment, row.resource));
        },
        cancellationToken);

    private static IQueryable<Resource> Of(DataConnection db, string? source) =>
        source is null ? db.GetTable<Resource>() : db.GetTable<Resource>().Where(row => row.Source == source);
}
