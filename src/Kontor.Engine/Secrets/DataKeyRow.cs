using LinqToDB.Mapping;

namespace Kontor.Engine.Secrets;

/// <summary>One wrapped data key of an owner; what is sealed with it names its number.</summary>
[Table("data_key")]
internal sealed record DataKeyRow
{
    [Column("owner"), PrimaryKey(0)]
    public required string Owner { get; init; }

    [Column("number"), PrimaryKey(1)]
    public int Number { get; init; }

    /// <summary>Gets the id of the key that wrapped it.</summary>
    [Column("kek_id")]
    public required string KekId { get; init; }

    [Column("wrapped")]
    public required byte[] Wrapped { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }
}
