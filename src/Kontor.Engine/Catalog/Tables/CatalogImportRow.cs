using LinqToDB.Mapping;

namespace Kontor.Engine.Catalog.Tables;

/// <summary>One import that changed something; the newest tells whether a file is already what we have.</summary>
[Table("catalog_import")]
internal sealed record CatalogImportRow
{
    [Column("sequence"), PrimaryKey, Identity]
    public long Sequence { get; init; }

    [Column("content_hash")]
    public required string ContentHash { get; init; }

    [Column("imported_at")]
    public DateTimeOffset ImportedAt { get; init; }
}
