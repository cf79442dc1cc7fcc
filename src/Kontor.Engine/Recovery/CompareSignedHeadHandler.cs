using Kontor.Engine.Audit;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Recovery;

/// <summary>Tells whether the database is the one that was last noted outside of it, or an older or another one.</summary>
public sealed class CompareSignedHeadHandler(Database database, IKeySource keys)
{
    /// <summary>Compares; nothing is changed.</summary>
    public Task<SignedHeadVerdict> HandleAsync(SignedHeadFile file, CancellationToken cancellationToken) =>
        database.ReadAsync(db => CompareAsync(db, file, cancellationToken), cancellationToken);

    private async Task<SignedHeadVerdict> CompareAsync(DataConnection db, SignedHeadFile file, CancellationToken cancellationToken)
    {
        if (await db.GetTable<Installation>().FirstOrDefaultAsync(cancellationToken) is not { } installation)
        {
            return NeverNoted();
        }

        var path = file.PathOf(installation.Id);
        if (!file.TryRead(installation.Id, out var note))
        {
            return installation.HeadNotedAt is null
                ? NeverNoted()
                : new(Agreement.Missing, $"{path} is gone: the database is a copy of another one, or somebody deleted the file.");
        }

        if (note is null || note.Installation != installation.Id || !note.IsGenuine(keys))
        {
            return new(Agreement.Forged, $"{path} was not written with this key for this installation, or was changed.");
        }

        var rows = await db.GetTable<AuditRow>().Select(row => (long?)row.Sequence).MaxAsync(cancellationToken) ?? 0;
        var noted = await db.GetTable<AuditRow>().Where(row => row.Sequence == note.Rows).Select(row => row.Hash).FirstOrDefaultAsync(cancellationToken);
        return rows < note.Rows ? new(Agreement.Older, $"The database has {rows} audit rows and {note.Rows} were noted at {note.At:u}: it is an older copy, or its newest rows were cut off.")
            : note.Rows > 0 && noted != note.Head ? new(Agreement.Differs, $"Audit row {note.Rows} is not the one that was noted at {note.At:u}: the database is a copy that went another way, or its trail was rewritten.")
            : new(Agreement.Agrees, $"The first {note.Rows} audit rows are those that were noted at {note.At:u}.");
    }

    private static SignedHeadVerdict NeverNoted() => new(Agreement.NeverNoted, "The head of the audit trail was never noted outside the database.");
}
