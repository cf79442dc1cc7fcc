using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>Whether one generation of a subject is to be suspended. It stays so until it is taken back, whatever is done meanwhile.</summary>
[Table("suspension")]
public sealed record Suspension
{
    [Column("subject_id"), PrimaryKey(0)]
    public SubjectId SubjectId { get; init; }

    [Column("generation"), PrimaryKey(1)]
    public int Generation { get; init; }

    /// <summary>Gets the number of the last change, from 1: each has an operation of its own, so that none is swallowed.</summary>
    [Column("transition")]
    public int Transition { get; init; }

    /// <summary>Gets whether any kind of reason stands, so that the machine is to be off.</summary>
    [Column("suspended")]
    public bool Suspended { get; init; }

    /// <summary>Gets whether the machine ran when it was suspended, and is to run again afterwards.</summary>
    [Column("was_running")]
    public bool WasRunning { get; init; }

    /// <summary>Gets the operation that is to make the machine be so; a reason more or less changes nothing about that.</summary>
    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    [Column("changed_at")]
    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>The rows of suspensions.</summary>
public sealed class SuspensionStore(Database database)
{
    /// <summary>The wish for a generation; null when nobody ever wished.</summary>
    public static Task<Suspension?> FindAsync(UnitOfWork unit, SubjectId subject, int generation) => FindAsync(unit.Db, subject, generation);

    /// <summary>Keeps a change.</summary>
    public static Task PutAsync(UnitOfWork unit, Suspension suspension) =>
        suspension.Transition == 1 ? unit.Db.InsertAsync(suspension) : unit.Db.UpdateAsync(suspension);

    /// <summary>The kinds of reasons that a generation ever was suspended for.</summary>
    public static Task<List<SuspensionReason>> ReasonsAsync(UnitOfWork unit, SubjectId subject, int generation) => unit.Db.GetTable<SuspensionReason>()
        .Where(row => row.SubjectId == subject && row.Generation == generation)
        .OrderBy(row => row.ChangedAt)
        .ToListAsync();

    /// <summary>Keeps that a reason stands, or no longer.</summary>
    public static Task PutAsync(UnitOfWork unit, SuspensionReason reason) => unit.Db.InsertOrReplaceAsync(reason);

    /// <summary>The reasons that stand for some subjects, in no order.</summary>
    public Task<List<SuspensionReason>> StandingAsync(IReadOnlyCollection<SubjectId> subjects, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<SuspensionReason>().Where(row => row.Stands && subjects.Contains(row.SubjectId)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Whatever is to be suspended now.</summary>
    public async Task<HashSet<(SubjectId Subject, int Generation)>> SuspendedAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(db => db.GetTable<Suspension>().Where(row => row.Suspended).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.Select(row => (row.SubjectId, row.Generation))];
    }

    private static Task<Suspension?> FindAsync(DataConnection db, SubjectId subject, int generation) =>
        db.GetTable<Suspension>().FirstOrDefaultAsync(row => row.SubjectId == subject && row.Generation == generation);
}
