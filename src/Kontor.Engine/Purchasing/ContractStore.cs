using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Purchasing;

/// <summary>The rows of contracts.</summary>
public sealed class ContractStore(Database database)
{
    public const string Known = "known";
    public const string Unknown = "unknown";

    /// <summary>The contract of a purchase: it starts on the day of the purchase in Berlin and renews until cancelled.</summary>
    public static Task StartAsync(UnitOfWork unit, ResourceId resource, int termMonths)
    {
        var start = ContractTerm.DayOf(unit.Now);
        return unit.Db.InsertAsync(new Contract
        {
            ResourceId = resource,
            Source = Known,
            StartsOn = start,
            TermMonths = termMonths,
            AnchorDay = start.Day,
            Renews = true,
            UpdatedAt = unit.Now,
        });
    }

    /// <summary>The contract of a machine that somebody else bought: its term is not known.</summary>
    public static Task AdoptAsync(UnitOfWork unit, ResourceId resource) => unit.Db.InsertAsync(
        new Contract { ResourceId = resource, Source = Unknown, Renews = true, UpdatedAt = unit.Now });

    /// <summary>Keeps the end that was read back from the provider.</summary>
    public static Task SetCancelDateAsync(UnitOfWork unit, ResourceId resource, DateOnly date, OperationId? operation) => unit.Db.GetTable<Contract>()
        .Where(row => row.ResourceId == resource)
        .Set(row => row.CancelDate, date)
        .Set(row => row.Renews, false)
        .Set(row => row.CancelOperationId, operation)
        .Set(row => row.UpdatedAt, unit.Now)
        .UpdateAsync();

    /// <summary>Keeps that an end nobody here asked for was taken back.</summary>
    public static Task ClearCancelDateAsync(UnitOfWork unit, ResourceId resource) => unit.Db.GetTable<Contract>()
        .Where(row => row.ResourceId == resource && row.CancelOperationId == null)
        .Set(row => row.CancelDate, (DateOnly?)null)
        .Set(row => row.Renews, true)
        .Set(row => row.UpdatedAt, unit.Now)
        .UpdateAsync();

    public static Task<Contract?> FindAsync(UnitOfWork unit, ResourceId resource) =>
        unit.Db.GetTable<Contract>().FirstOrDefaultAsync(row => row.ResourceId == resource);

    public Task<Contract?> FindAsync(ResourceId resource, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Contract>().FirstOrDefaultAsync(row => row.ResourceId == resource, cancellationToken), cancellationToken);

    /// <summary>The contracts of several resources, in no order.</summary>
    public Task<List<Contract>> FindAllAsync(IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Contract>().Where(row => resources.Contains(row.ResourceId)).ToListAsync(cancellationToken), cancellationToken);
}
