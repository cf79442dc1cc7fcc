using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Purchasing;

/// <summary>The rows of subjects.</summary>
public sealed class SubjectStore(Database database)
{
    public static Task<Subject?> FindAsync(UnitOfWork unit, SubjectKey key) => unit.Db.GetTable<Subject>().FirstOrDefaultAsync(
        row => row.Source == key.Source && row.Kind == key.Kind && row.ExternalId == key.ExternalId);

    public static Task<Subject?> FindAsync(UnitOfWork unit, SubjectId id) => FindAsync(unit.Db, id);

    public static Task InsertAsync(UnitOfWork unit, Subject subject) => unit.Db.InsertAsync(subject);

    /// <summary>Opens the generation after the one its author saw.</summary>
    /// <returns>False when somebody else opened it first.</returns>
    public static async Task<bool> TryOpenGenerationAsync(UnitOfWork unit, Subject seen) => await unit.Db.GetTable<Subject>()
        .Where(row => row.Id == seen.Id && row.Generation == seen.Generation)
        .Set(row => row.Generation, seen.Generation + 1)
        .UpdateAsync() == 1;

    public Task<Subject?> FindAsync(SubjectId id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => FindAsync(db, id), cancellationToken);

    /// <summary>Several subjects, in no order.</summary>
    public Task<List<Subject>> FindAllAsync(IReadOnlyCollection<SubjectId> ids, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Subject>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Lists those that an actor sees, newest first.</summary>
    public Task<List<Subject>> ListAsync(Actor actor, string? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.GetTable<Subject>()
                .Where(row => actor.Source == null || row.Source == actor.Source)
                .Where(row => actor.Client == null || row.Client == actor.Client)
                .Where(row => before == null || string.Compare((string)(object)row.Id, before) < 0)
                .OrderByDescending(row => row.Id)
                .Take(limit)
                .ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>The subjects beyond which an actor sees nothing; null when it sees whatever its source sees.</summary>
    public async Task<IReadOnlyList<SubjectId>?> SeenByAsync(Actor actor, CancellationToken cancellationToken) => actor.Client is null
        ? null
        : await database.ReadAsync(
            db => db.GetTable<Subject>()
                .Where(row => row.Source == actor.Source && row.Client == actor.Client)
                .Select(row => row.Id)
                .ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>Which of these subjects belong to a source, by id.</summary>
    public async Task<HashSet<string>> OwnAsync(string source, IEnumerable<string?> subjects, CancellationToken cancellationToken)
    {
        var asked = subjects.OfType<string>().Distinct().Select(id => new SubjectId(id)).ToList();
        var own = await database.ReadAsync(
            db => db.GetTable<Subject>()
                .Where(row => row.Source == source && asked.Contains(row.Id))
                .Select(row => row.Id)
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. own.Select(id => id.Value)];
    }

    /// <summary>The subject, in a reading or a transaction.</summary>
    public static Task<Subject?> FindAsync(DataConnection db, SubjectId id) =>
        db.GetTable<Subject>().FirstOrDefaultAsync(row => row.Id == id);
}
