using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>How a generation of a subject ends, as it was wished: there is one terminate in its life.</summary>
[Table("termination")]
public sealed record Termination
{
    [Column("subject_id"), PrimaryKey(0)]
    public SubjectId SubjectId { get; init; }

    [Column("generation"), PrimaryKey(1)]
    public int Generation { get; init; }

    /// <summary>Gets the day that was wished for; null for the end of the paid term.</summary>
    [Column("ends_on")]
    public DateOnly? EndsOn { get; init; }

    /// <summary>Gets from when on it is stopped and locked; null while its customer has it until it ends.</summary>
    [Column("locked_at")]
    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>Gets from when on it is to be wiped; null for never.</summary>
    [Column("wipe_at")]
    public DateTimeOffset? WipeAt { get; init; }

    /// <summary>Gets the operation that wipes it; there is one at the most.</summary>
    [Column("wipe_operation_id")]
    public OperationId? WipeOperationId { get; init; }

    [Column("wiped_at")]
    public DateTimeOffset? WipedAt { get; init; }
}

/// <summary>The rows of terminations.</summary>
public sealed class TerminationStore(Database database)
{
    public static Task InsertAsync(UnitOfWork unit, Termination termination) => unit.Db.InsertAsync(termination);

    /// <summary>The termination of a generation; null when nobody wished one.</summary>
    public static Task<Termination?> FindAsync(UnitOfWork unit, SubjectId subject, int generation) => unit.Db.GetTable<Termination>()
        .FirstOrDefaultAsync(row => row.SubjectId == subject && row.Generation == generation);

    /// <summary>Locks what so far only was to end.</summary>
    /// <returns>False when it is locked already.</returns>
    public static async Task<bool> TryLockAsync(UnitOfWork unit, Termination seen, DateTimeOffset? wipeAt) => await unit.Db.GetTable<Termination>()
        .Where(row => row.SubjectId == seen.SubjectId && row.Generation == seen.Generation && row.LockedAt == null)
        .Set(row => row.LockedAt, unit.Now)
        .Set(row => row.WipeAt, wipeAt)
        .UpdateAsync() == 1;

    /// <summary>Names the one operation that wipes it.</summary>
    /// <returns>False when another one does, or did.</returns>
    public static async Task<bool> TryWipeAsync(UnitOfWork unit, Termination seen, OperationId operation) => await unit.Db.GetTable<Termination>()
        .Where(row => row.SubjectId == seen.SubjectId && row.Generation == seen.Generation && row.WipeOperationId == null)
        .Set(row => row.WipeOperationId, operation)
        .UpdateAsync() == 1;

    public static Task WipedAsync(UnitOfWork unit, OperationId operation) => unit.Db.GetTable<Termination>()
        .Where(row => row.WipeOperationId == operation)
        .Set(row => row.WipedAt, unit.Now)
        .UpdateAsync();

    /// <summary>The terminations of some subjects, in no order.</summary>
    public Task<List<Termination>> OfAsync(IReadOnlyCollection<SubjectId> subjects, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Termination>().Where(row => subjects.Contains(row.SubjectId)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Those that are locked, inside a read.</summary>
    internal static IQueryable<Termination> Locked(DataConnection db) => db.GetTable<Termination>().Where(row => row.LockedAt != null);
}
