using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>Gives a new installation the catalogue that ships with Kontor; where any catalogue was imported, it does nothing.</summary>
public sealed class EnsureDefaultCatalogHandler(ImportCatalogHandler import)
{
    /// <summary>Opens the file that ships with Kontor.</summary>
    public static Stream OpenDefault() =>
        typeof(EnsureDefaultCatalogHandler).Assembly.GetManifestResourceStream("Kontor.Engine.Catalog.default-catalog.json")
        ?? throw new InvalidOperationException("The default catalogue is not built into this program.");

    public async Task<Result<CatalogImportReport>> HandleAsync(CancellationToken cancellationToken)
    {
        await using var file = OpenDefault();
        return await import.ImportAsync(file, Actor.Kontor("catalog"), onlyIntoEmpty: true, cancellationToken);
    }
}
