using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;

namespace Kontor.Engine.Storage;

/// <summary>Events, in the order they became true. Readers keep their own place; nothing is deleted by reading.</summary>
public sealed class Outbox(Database database)
{
    /// <summary>The most events one read returns.</summary>
    public const int MaxPage = 500;

    /// <summary>Reads events after a place.</summary>
    /// <param name="after">The sequence number last seen; 0 for the start.</param>
    /// <param name="limit">How many at the most, up to <see cref="MaxPage"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<OutboxRow>> ReadAsync(long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.GetTable<OutboxRow>()
                .Where(row => row.Sequence > after)
                .OrderBy(row => row.Sequence)
                .Take(Math.Min(limit, MaxPage))
                .ToListAsync(cancellationToken),
            cancellationToken);

    internal static async Task AppendAsync(UnitOfWork unit)
    {
        foreach (var happened in unit.Events)
        {
            var row = new OutboxRow
            {
                At = unit.Now,
                Type = happened.GetType().Name,
                SubjectId = happened.SubjectId,
                Payload = JsonSerializer.Serialize(happened, happened.GetType(), StorageJson.Options),
            };
            await unit.Db.InsertAsync(row);
        }
    }
}

/// <summary>One event as it is kept.</summary>
[Table("outbox")]
public sealed class OutboxRow
{
    [Column("sequence"), PrimaryKey, Identity]
    public long Sequence { get; init; }

    [Column("at")]
    public DateTimeOffset At { get; init; }

    [Column("type")]
    public required string Type { get; init; }

    [Column("subject_id")]
    public string? SubjectId { get; init; }

    [Column("payload")]
    public required string Payload { get; init; }
}
