using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Inventory;

/// <summary>How far the provider's audits were read.</summary>
public sealed class AuditCursorStore(Database database)
{
    public Task<AuditCursor?> FindAsync(AccountId account, string trail, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<AuditCursor>().FirstOrDefaultAsync(row => row.Account == account && row.Trail == trail, cancellationToken), cancellationToken);

    /// <summary>Keeps how far it was read, and forgets rows of days that are no longer asked for.</summary>
    public static async Task PutAsync(UnitOfWork unit, AuditCursor cursor)
    {
        await unit.Db.InsertOrReplaceAsync(cursor with { ReadAt = unit.Now });
        await unit.Db.GetTable<SeenAudit>()
            .Where(row => row.Account == cursor.Account && row.Trail == cursor.Trail && row.Day < cursor.FirstDay)
            .DeleteAsync();
    }

    /// <summary>Which of these rows were read before.</summary>
    public static async Task<HashSet<long>> SeenAsync(UnitOfWork unit, AccountId account, string trail, IReadOnlyCollection<long> audits) => [.. await unit.Db
        .GetTable<SeenAudit>()
        .Where(row => row.Account == account && row.Trail == trail && audits.Contains(row.AuditId))
        .Select(row => row.AuditId)
        .ToListAsync()];

    public static Task AddAsync(UnitOfWork unit, SeenAudit audit) => unit.Db.InsertAsync(audit);
}
