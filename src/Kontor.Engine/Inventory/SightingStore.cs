using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Inventory;

/// <summary>The rows of sightings.</summary>
public sealed class SightingStore(Database database)
{
    /// <summary>Keeps what was seen of a machine.</summary>
    public static Task PutAsync(UnitOfWork unit, Sighting sighting) => unit.Db.InsertOrReplaceAsync(sighting);

    public static Task<Sighting?> FindAsync(UnitOfWork unit, AccountId account, ProviderInstanceId instance) =>
        unit.Db.GetTable<Sighting>().FirstOrDefaultAsync(row => row.Account == account && row.ProviderId == instance);

    /// <summary>Forgets a machine, which is a stranger when it is listed again.</summary>
    public static Task DeleteAsync(UnitOfWork unit, AccountId account, ProviderInstanceId instance) => unit.Db.GetTable<Sighting>()
        .Where(row => row.Account == account && row.ProviderId == instance)
        .DeleteAsync();

    /// <summary>Notes that a complete list did not have the machine: should it be listed again, it is looked at.</summary>
    public static Task NoteMissingAsync(UnitOfWork unit, Sighting seen) => unit.Db.GetTable<Sighting>()
        .Where(row => row.Account == seen.Account && row.ProviderId == seen.ProviderId)
        .Set(row => row.Digest, Sighting.LookAgain)
        .Set(row => row.MissingLists, seen.MissingLists + 1)
        .Set(row => row.NotedAt, unit.Now)
        .UpdateAsync();

    /// <summary>What was seen of the machines whose numbers lie in a range, both ends included.</summary>
    public Task<List<Sighting>> ReadAsync(AccountId account, long first, long last, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => OfAccount(db, account).Where(row => (long)(object)row.ProviderId >= first && (long)(object)row.ProviderId <= last).ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>What was seen of some machines.</summary>
    public Task<List<Sighting>> ReadAsync(AccountId account, IReadOnlyCollection<ProviderInstanceId> instances, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => OfAccount(db, account).Where(row => instances.Contains(row.ProviderId)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>How many machines of an account are known by sight.</summary>
    public Task<int> CountAsync(AccountId account, CancellationToken cancellationToken) =>
        database.ReadAsync(db => OfAccount(db, account).CountAsync(cancellationToken), cancellationToken);

    /// <summary>A stretch of an account's sightings in the order of their numbers.</summary>
    public Task<List<Sighting>> AfterAsync(AccountId account, long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => OfAccount(db, account).Where(row => (long)(object)row.ProviderId > after).OrderBy(row => row.ProviderId).Take(limit).ToListAsync(cancellationToken),
            cancellationToken);

    private static IQueryable<Sighting> OfAccount(DataConnection db, AccountId account) =>
        db.GetTable<Sighting>().Where(row => row.Account == account);
}
