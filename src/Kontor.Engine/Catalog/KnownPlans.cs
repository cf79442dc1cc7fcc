using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Catalog;

/// <summary>What the catalogue knows about plans, sold or retired.</summary>
public sealed class KnownPlans(Database database)
{
    /// <summary>The plan of an id; null when the catalogue does not know it, as may be with a machine that was adopted.</summary>
    public Task<KnownPlan?> FindAsync(string? id, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<ProductRow>()
            .Where(row => row.Id == id)
            .Select(row => new KnownPlan(row.Id, row.Name, row.Family, row.CpuCores, row.RamMib, row.DiskMib, row.Snapshots))
            .FirstOrDefaultAsync<KnownPlan?>(cancellationToken),
        cancellationToken);
}

/// <summary>A plan of the catalogue.</summary>
/// <param name="Id">The provider's product id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Family">Plans of one family can be changed into larger ones of it.</param>
/// <param name="CpuCores">Its cores.</param>
/// <param name="RamMib">Its memory, in MiB.</param>
/// <param name="DiskMib">Its disk, in MiB.</param>
/// <param name="Snapshots">How many snapshots a machine of it may have at a time.</param>
public sealed record KnownPlan(string Id, string Name, string Family, int CpuCores, long RamMib, long DiskMib, int Snapshots);
