using System.Security.Cryptography;
using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Kontor.Engine.Operations;

/// <summary>The keys callers gave their requests: the same key with the same request names the same operation, for ever.</summary>
public static class IdempotencyKeys
{
    /// <summary>What was remembered under a caller's key; null when nothing was.</summary>
    public static Task<IdempotencyKey?> FindAsync(UnitOfWork unit, string caller, string key) => FindAsync(unit.Db, caller, key);

    /// <inheritdoc cref="FindAsync(UnitOfWork, string, string)"/>
    public static Task<IdempotencyKey?> FindAsync(DataConnection db, string caller, string key) =>
        db.GetTable<IdempotencyKey>().FirstOrDefaultAsync(row => row.Caller == caller && row.Key == key);

    /// <summary>Remembers which operation a request led to.</summary>
    public static Task RememberAsync(UnitOfWork unit, string caller, string key, string requestHash, OperationId operation) =>
        unit.Db.InsertAsync(new IdempotencyKey
        {
            Caller = caller,
            Key = key,
            RequestHash = requestHash,
            OperationId = operation,
            CreatedAt = unit.Now,
        });

    /// <summary>The hash of a request, field by field.</summary>
    public static string HashOf(object request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), StorageJson.Options)));
}

/// <summary>One remembered key.</summary>
[Table("idempotency_key")]
public sealed record IdempotencyKey
{
    [Column("caller"), PrimaryKey(0)]
    public required string Caller { get; init; }

    [Column("key"), PrimaryKey(1)]
    public required string Key { get; init; }

    [Column("request_hash")]
    public required string RequestHash { get; init; }

    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }
}
