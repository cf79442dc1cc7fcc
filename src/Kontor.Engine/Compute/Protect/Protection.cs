using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.Protect;

/// <summary>What a machine is protected from, by whoever it serves.</summary>
[Table("protection")]
public sealed record Protection
{
    [Column("resource_id"), PrimaryKey]
    public ResourceId ResourceId { get; init; }

    [Column("delete_protected")]
    public bool Delete { get; init; }

    [Column("rebuild_protected")]
    public bool Rebuild { get; init; }

    [Column("changed_at")]
    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>The rows of protections.</summary>
public sealed class ProtectionStore(Database database)
{
    /// <summary>The protection of a machine; none at all when nobody ever set one.</summary>
    public static async Task<Protection> OfAsync(UnitOfWork unit, ResourceId resource) =>
        await unit.Db.GetTable<Protection>().FirstOrDefaultAsync(row => row.ResourceId == resource) ?? new Protection { ResourceId = resource };

    /// <summary>Keeps a protection.</summary>
    public static Task PutAsync(UnitOfWork unit, Protection protection) => unit.Db.InsertOrReplaceAsync(protection);

    /// <summary>The protections of several machines, of those that ever had one, in no order.</summary>
    public Task<List<Protection>> FindAllAsync(IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Protection>().Where(row => resources.Contains(row.ResourceId)).ToListAsync(cancellationToken), cancellationToken);
}
