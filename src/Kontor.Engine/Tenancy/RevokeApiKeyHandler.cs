using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tenancy;

/// <summary>Makes a key useless from now on. Revoking a revoked key changes nothing and succeeds.</summary>
public sealed class RevokeApiKeyHandler(Database database)
{
    public Task<Result<ApiKey>> HandleAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync("tenancy.api_key_revoked", unit => RevokeAsync(unit, id, actor, cancellationToken), cancellationToken);

    private static async Task<Result<ApiKey>> RevokeAsync(UnitOfWork unit, string id, Actor actor, CancellationToken cancellationToken)
    {
        var revoked = await unit.Db.GetTable<ApiKeyRow>()
            .Where(row => row.Id == id && row.RevokedAt == null)
            .Set(row => row.RevokedAt, unit.Now)
            .UpdateAsync(cancellationToken);
        if (revoked == 1)
        {
            await AuditTrail.AppendAsync(unit, actor, "tenancy.api_key_revoked", id, new { });
        }

        var key = await unit.Db.GetTable<ApiKeyRow>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return key is null ? TenancyProblems.KeyNotFound(id) : key.ToKey();
    }
}
