using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.Change;

/// <summary>What was asked of a machine, sealed when it was accepted, and what was learned while it was carried out.</summary>
[Table("instance_change")]
public sealed record ChangeWish
{
    [Column("operation_id"), PrimaryKey]
    public OperationId OperationId { get; init; }

    /// <summary>Gets what was asked, as JSON; never a secret.</summary>
    [Column("input")]
    public required string Input { get; init; }

    /// <summary>Gets what was learned, as JSON: ids the provider gave, and the like; never a secret.</summary>
    [Column("facts")]
    public string? Facts { get; init; }

    /// <summary>What was asked.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Input, StorageJson.Options)!;

    /// <summary>What was learned on the way; null when nothing was.</summary>
    public T? Learned<T>()
        where T : class => Facts is { } facts ? JsonSerializer.Deserialize<T>(facts, StorageJson.Options) : null;

    /// <summary>What is asked in an operation.</summary>
    internal static ChangeWish Of(OperationId operation, object input) => new()
    {
        OperationId = operation,
        Input = JsonSerializer.Serialize(input, input.GetType(), StorageJson.Options),
    };

    /// <summary>Keeps what was asked.</summary>
    internal static Task InsertAsync(UnitOfWork unit, ChangeWish wish) => unit.Db.InsertAsync(wish);

    /// <summary>Keeps what was learned, in place of what was learned before; nothing for null.</summary>
    internal static async Task LearnAsync(UnitOfWork unit, OperationId operation, object? facts)
    {
        if (facts is not null)
        {
            await unit.Db.GetTable<ChangeWish>()
                .Where(row => row.OperationId == operation)
                .Set(row => row.Facts, JsonSerializer.Serialize(facts, facts.GetType(), StorageJson.Options))
                .UpdateAsync();
        }
    }

    /// <summary>The wish of an operation; null when it needed no words.</summary>
    internal static Task<ChangeWish?> FindAsync(DataConnection db, OperationId operation) =>
        db.GetTable<ChangeWish>().FirstOrDefaultAsync(row => row.OperationId == operation);
}
