using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>A thing that was sold: one service or addon of one source.</summary>
[Table("subject")]
public sealed record Subject
{
    [Column("id"), PrimaryKey]
    public SubjectId Id { get; init; }

    [Column("source")]
    public required string Source { get; init; }

    [Column("kind")]
    public required string Kind { get; init; }

    [Column("external_id")]
    public required string ExternalId { get; init; }

    /// <summary>Gets the fingerprint as it was sealed, as JSON.</summary>
    [Column("fingerprint")]
    public required string SealedFingerprint { get; init; }

    /// <summary>Gets the client it was sold to, as the sealed fingerprint has it.</summary>
    [Column("client")]
    public required string Client { get; init; }

    /// <summary>Gets the present generation; a person opens the next one after a confirmed terminate.</summary>
    [Column("generation")]
    public int Generation { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [NotColumn]
    public SubjectKey Key => new(Source, Kind, ExternalId);

    [NotColumn]
    public Fingerprint Fingerprint => JsonSerializer.Deserialize<Fingerprint>(SealedFingerprint, StorageJson.Options)!;

    public static string Seal(Fingerprint fingerprint) => JsonSerializer.Serialize(fingerprint, StorageJson.Options);
}
