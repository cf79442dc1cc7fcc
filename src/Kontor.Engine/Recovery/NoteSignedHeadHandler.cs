using Kontor.Engine.Audit;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Recovery;

/// <summary>Notes outside the database how far its audit trail has come.</summary>
public sealed class NoteSignedHeadHandler(Database database, IKeySource keys, TimeProvider clock)
{
    private string? _noted;

    /// <summary>Notes it, if the trail has grown since this process last did. Whoever calls it knows that the database is the right one.</summary>
    /// <exception cref="KeyFileException">The file cannot be written.</exception>
    public async Task HandleAsync(SignedHeadFile file, CancellationToken cancellationToken)
    {
        var (installation, rows, head) = await HeadAsync(cancellationToken);
        if (head == _noted)
        {
            return;
        }

        file.Write(SignedHead.Sign(keys.Key, installation.Id, rows, head, clock.GetUtcNow()));
        if (installation.HeadNotedAt is null)
        {
            // Last: a process that dies before has a note that nobody misses, and none that is missed.
            await database.WriteAsync("recovery.head_noted", BeginAsync, cancellationToken);
        }

        _noted = head;
    }

    private Task<(Installation Installation, long Rows, string Head)> HeadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var last = await db.GetTable<AuditRow>().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
            return (await db.GetTable<Installation>().FirstAsync(cancellationToken), last?.Sequence ?? 0, last?.Hash ?? AuditTrail.Root);
        },
        cancellationToken);

    /// <summary>From now on a file that is gone is a sign that something is wrong.</summary>
    private static Task BeginAsync(UnitOfWork unit) =>
        unit.Db.GetTable<Installation>().Set(row => row.HeadNotedAt, (DateTimeOffset?)unit.Now).UpdateAsync();
}
