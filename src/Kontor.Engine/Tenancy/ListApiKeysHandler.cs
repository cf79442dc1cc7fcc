using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tenancy;

/// <summary>Lists every API key ever made, the oldest first, without secrets.</summary>
public sealed class ListApiKeysHandler(Database database)
{
    public async Task<IReadOnlyList<ApiKey>> HandleAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            db => db.GetTable<ApiKeyRow>().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.Select(row => row.ToKey())];
    }
}
