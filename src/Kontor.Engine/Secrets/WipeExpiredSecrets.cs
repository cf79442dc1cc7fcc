using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Secrets;

/// <summary>Wipes secrets that nobody can be shown any more; their rows stay and say that they were.</summary>
public sealed class WipeExpiredSecrets(Database database, TimeProvider clock)
{
    private const int Stretch = 100;

    /// <summary>Wipes all that have expired.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Looked at before a write is begun: a sweep writes nothing where nothing is to be done.
        while (await ExpiredAsync(cancellationToken) is { Count: > 0 } expired)
        {
            await database.WriteAsync("secrets.wiped", unit => WipeAsync(unit, expired), cancellationToken);
        }
    }

    private Task<List<string>> ExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.ReadAsync(
            db => db.GetTable<OneTimeLink>()
                .Where(row => row.ExpiresAt <= now && row.Sealed != null)
                .OrderBy(row => row.ExpiresAt)
                .Select(row => row.Id)
                .Take(Stretch)
                .ToListAsync(cancellationToken),
            cancellationToken);
    }

    private static async Task WipeAsync(UnitOfWork unit, List<string> expired)
    {
        foreach (var id in expired)
        {
            var wiped = await unit.Db.GetTable<OneTimeLink>()
                .Where(row => row.Id == id && row.Sealed != null)
                .Set(row => row.Sealed, (byte[]?)null)
                .UpdateAsync();
            if (wiped == 1)
            {
                await AuditTrail.AppendAsync(unit, Actor.Kontor("secrets"), "secret.expired", id, new { });
            }
        }
    }
}
