using Kontor.Engine.Audit;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Recovery;

/// <summary>Tells whether the database is the one that was last noted outside of it, or an older or another one.</summary>
public sealed class CompareWithWitnessHandler(Database database, IKeySource keys)
{
    /// <summary>Compares; nothing is changed.</summary>
    public Task<WitnessVerdict> HandleAsync(WitnessFile file, CancellationToken cancellationToken) =>
        database.ReadAsync(db => CompareAsync(db, file, cancellationToken), cancellationToken);

    private async Task<WitnessVerdict> CompareAsync(DataConnection db, WitnessFile file, CancellationToken cancellationToken)
    {
        if (await db.GetTable<Installation>().FirstOrDefaultAsync(cancellationToken) is not { } installation)
        {
            return NeverNoted();
        }

        var path = file.PathOf(installation.Id);
        if (!file.TryRead(installation.Id, out var witness))
        {
            return installation.WitnessedAt is null
                ? NeverNoted()
                : new(Agreement.Missing, $"{path} is gone: the database is a copy of another one, or somebody deleted the file.");
        }

        if (witness is null || witness.Installation != installation.Id || !witness.IsGenuine(keys))
        {
            return new(Agreement.Forged, $"{path} was not written with this key for this installation, or was changed.");
        }

        var rows = await db.GetTable<AuditRow>().Select(row => (long?)row.Sequence).MaxAsync(cancellationToken) ?? 0;
        var noted = await db.GetTable<AuditRow>().Where(row => row.Sequence == witness.Rows).Select(row => row.Hash).FirstOrDefaultAsync(cancellationToken);
        return rows < witness.Rows ? new(Agreement.Older, $"The database has {rows} audit rows and {witness.Rows} were noted at {witness.At:u}: it is an older copy, or its newest rows were cut off.")
            : witness.Rows > 0 && noted != witness.Head ? new(Agreement.Differs, $"Audit row {witness.Rows} is not the one that was noted at {witness.At:u}: the database is a copy that went another way, or its trail was rewritten.")
            : new(Agreement.Agrees, $"The first {witness.Rows} audit rows are those that were noted at {witness.At:u}.");
    }

    private static WitnessVerdict NeverNoted() => new(Agreement.NeverNoted, "The head of the audit trail was never noted outside the database.");
}
