using Kontor.Engine.Audit;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Recovery;

/// <summary>Tells whether the database is the one that was last noted outside of it, or an older or another one.</summary>
public sealed class CompareWithWitnessHandler(Database database, IKeySource keys)
{
    /// <summary>Compares; nothing is changed.</summary>
    public async Task<WitnessVerdict> HandleAsync(WitnessFile file, CancellationToken cancellationToken)
    {
        var isThere = file.TryRead(out var witness);
        var (installation, rows, noted) = await database.ReadAsync(
            async db => (
                await db.GetTable<Installation>().FirstOrDefaultAsync(cancellationToken),
                await db.GetTable<AuditRow>().Select(row => (long?)row.Sequence).MaxAsync(cancellationToken) ?? 0,
                witness is null ? null : await db.GetTable<AuditRow>().Where(row => row.Sequence == witness.Rows).Select(row => row.Hash).FirstOrDefaultAsync(cancellationToken)),
            cancellationToken);
        return installation is null || !isThere ? Absent(file, installation)
            : witness is null || !witness.IsGenuine(keys) ? new(Agreement.Forged, $"{file.Path} was not written with this key or was changed: compare the database with Contabo before anything is bought.")
            : witness.Installation != installation.Id ? new(Agreement.OtherInstallation, $"{file.Path} is about installation {witness.Installation} and the database is {installation.Id}: give each installation a key file of its own.")
            : rows < witness.Rows ? new(Agreement.Older, $"The database has {rows} audit rows and {witness.Rows} were noted at {witness.At:u}: it is an older copy, or its newest rows were cut off.")
            : witness.Rows > 0 && noted != witness.Head ? new(Agreement.Differs, $"Audit row {witness.Rows} is not the one that was noted at {witness.At:u}: the database is a copy that went another way, or its trail was rewritten.")
            : new(Agreement.Agrees, $"The first {witness.Rows} audit rows are those that were noted at {witness.At:u}.");
    }

    private static WitnessVerdict Absent(WitnessFile file, Installation? installation) => installation?.WitnessedAt is null
        ? new(Agreement.NeverNoted, "The head of the audit trail was never noted outside the database.")
        : new(Agreement.Missing, $"{file.Path} is gone: the database is a copy of another one, or somebody deleted the file.");
}
