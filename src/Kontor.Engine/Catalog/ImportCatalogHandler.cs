using System.Text.Json;
using Kontor.Engine.Catalog.Import;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Catalog;

/// <summary>Takes in a catalogue file, wholly or not at all. What the file does not mention stays as it was.</summary>
/// <remarks>The format is described in docs/reference/catalog-file.md.</remarks>
public sealed class ImportCatalogHandler(Database database, IIdSource ids)
{
    /// <summary>The largest file taken: a catalogue of everything the provider sells has some 50 KB.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Imports a file.</summary>
    /// <param name="json">The file's text in UTF-8; read to its end, or to one byte beyond <see cref="MaxBytes"/>.</param>
    /// <param name="actor">Who imports it.</param>
    /// <param name="cancellationToken">Stops reading; a transaction that has begun is finished.</param>
    public Task<Result<CatalogImportReport>> HandleAsync(Stream json, Actor actor, CancellationToken cancellationToken) =>
        ImportAsync(json, actor, onlyIntoEmpty: false, cancellationToken);

    internal async Task<Result<CatalogImportReport>> ImportAsync(
        Stream json, Actor actor, bool onlyIntoEmpty, CancellationToken cancellationToken)
    {
        // Asked before anything is read or written: every start of a server comes by here, and it is the start after a crash too.
        if (onlyIntoEmpty && await NewestAsync(cancellationToken) is { } newest)
        {
            return CatalogImportReport.Unchanged(newest.ContentHash);
        }

        if (await ReadToEndAsync(json, cancellationToken) is not { } text)
        {
            return CatalogProblems.FileTooLarge(MaxBytes);
        }

        var parsed = Parse(text, await KnownNamesAsync(cancellationToken));
        if (parsed.Problem is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync(
            "catalog.imported",
            unit => new CatalogWriter(unit, ids, cancellationToken).WriteAsync(parsed.Value, actor, onlyIntoEmpty),
            cancellationToken);
    }

    private Task<CatalogImportRow?> NewestAsync(CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<CatalogImportRow>().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    private static async Task<ReadOnlyMemory<byte>?> ReadToEndAsync(Stream json, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var chunk = new byte[64 * 1024];
        while (await json.ReadAsync(chunk, cancellationToken) is > 0 and var length)
        {
            text.Write(chunk, 0, length);
            if (text.Length > MaxBytes)
            {
                return null;
            }
        }

        return text.ToArray();
    }

    private static Result<CatalogFile> Parse(ReadOnlyMemory<byte> text, KnownNames known)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return CatalogFileReader.Read(document.RootElement, known);
        }
        catch (JsonException fault)
        {
            return CatalogProblems.FileUnreadable(fault.Message);
        }
    }

    private Task<KnownNames> KnownNamesAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db => new KnownNames(
            (await db.GetTable<ProductRow>().Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet(),
            (await db.GetTable<RegionRow>().Select(row => row.Slug).ToListAsync(cancellationToken)).ToHashSet()),
        cancellationToken);
}
