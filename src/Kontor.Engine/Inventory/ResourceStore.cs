using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Inventory;

/// <summary>The rows of resources and the mirror of instances.</summary>
public sealed class ResourceStore(Database database)
{
    public static async Task InsertAsync(UnitOfWork unit, Resource resource, InstanceRow mirror)
    {
        await unit.Db.InsertAsync(resource);
        await unit.Db.InsertAsync(mirror);
    }

    public static Task<Resource?> FindAsync(UnitOfWork unit, AccountId account, ProviderInstanceId instance) =>
        unit.Db.GetTable<Resource>().FirstOrDefaultAsync(
            row => row.Account == account && row.Kind == Resource.InstanceKind && row.ProviderId == instance);

    public static Task<Resource?> FindAsync(UnitOfWork unit, ResourceId id) => FindAsync(unit.Db, id);

    public static Task<Resource?> FindAsync(DataConnection db, ResourceId id) =>
        db.GetTable<Resource>().FirstOrDefaultAsync(row => row.Id == id);

    public static Task<Resource> GetAsync(UnitOfWork unit, ResourceId id) => GetAsync(unit.Db, id);

    public static Task<Resource> GetAsync(DataConnection db, ResourceId id) => db.GetTable<Resource>().FirstAsync(row => row.Id == id);

    public static Task<InstanceRow> MirrorAsync(UnitOfWork unit, ResourceId id) =>
        unit.Db.GetTable<InstanceRow>().FirstAsync(row => row.ResourceId == id);

    /// <summary>Keeps what the provider just said.</summary>
    public static Task UpdateMirrorAsync(UnitOfWork unit, InstanceRow mirror) => unit.Db.UpdateAsync(mirror);

    /// <summary>Keeps the readable part of its name.</summary>
    public static Task SetLabelAsync(UnitOfWork unit, ResourceId id, string label) => unit.Db.GetTable<Resource>()
        .Where(row => row.Id == id)
        .Set(row => row.Label, label)
        .UpdateAsync();

    /// <summary>Notes that a complete list had the resource.</summary>
    public static Task ResetMissingAsync(UnitOfWork unit, ResourceId id) => unit.Db.GetTable<Resource>()
        .Where(row => row.Id == id && row.MissingLists > 0)
        .Set(row => row.MissingLists, 0)
        .UpdateAsync();

    /// <summary>Notes that one more complete list did not have the resource.</summary>
    public static Task CountMissingAsync(UnitOfWork unit, Resource seen) => unit.Db.GetTable<Resource>()
        .Where(row => row.Id == seen.Id)
        .Set(row => row.MissingLists, seen.MissingLists + 1)
        .UpdateAsync();

    /// <summary>Notes that the resource is gone.</summary>
    /// <returns>False when that was noted before.</returns>
    public static async Task<bool> TryEndAsync(UnitOfWork unit, ResourceId id) => await unit.Db.GetTable<Resource>()
        .Where(row => row.Id == id && row.State == Resource.Present)
        .Set(row => row.State, Resource.Gone)
        .Set(row => row.GoneAt, unit.Now)
        .UpdateAsync() == 1;

    public Task<(Resource Resource, InstanceRow Mirror)?> FindAsync(ResourceId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await Joined(db).FirstOrDefaultAsync(row => row.Resource.Id == id, cancellationToken)) is { } row
                ? ((Resource, InstanceRow)?)(row.Resource, row.Mirror)
                : null,
            cancellationToken);

    public Task<Resource?> FindAsync(AccountId account, ProviderInstanceId instance, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Resource>().FirstOrDefaultAsync(
            row => row.Account == account && row.Kind == Resource.InstanceKind && row.ProviderId == instance, cancellationToken),
        cancellationToken);

    /// <summary>The resources of an account that should stand at the provider.</summary>
    public Task<List<Resource>> PresentAsync(AccountId account, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Resource>().Where(row => row.Account == account && row.State == Resource.Present).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>What the mirror has of a page of instances.</summary>
    public Task<List<(Resource Resource, InstanceRow Mirror)>> MirrorOfAsync(
        AccountId account, IReadOnlyCollection<ProviderInstanceId> instances, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await Joined(db)
                .Where(row => row.Resource.Account == account && instances.Contains(row.Resource.ProviderId))
                .ToListAsync(cancellationToken)).ConvertAll(row => (row.Resource, row.Mirror)),
            cancellationToken);

    /// <summary>Lists instances, newest first.</summary>
    /// <param name="source">Only those of this source's subjects; null for all.</param>
    /// <param name="subject">Only this subject's.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<(Resource Resource, InstanceRow Mirror)>> ListAsync(
        string? source, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await Joined(db)
                .Where(row => source == null || row.Resource.Source == source)
                .Where(row => subject == null || row.Resource.SubjectId == subject)
                .Where(row => before == null || string.Compare((string)(object)row.Resource.Id, before) < 0)
                .OrderByDescending(row => row.Resource.Id)
                .Take(limit)
                .ToListAsync(cancellationToken)).ConvertAll(row => (row.Resource, row.Mirror)),
            cancellationToken);

    /// <summary>Lists the instances of some subjects, newest first.</summary>
    public Task<List<(Resource Resource, InstanceRow Mirror)>> ListOfAsync(
        IReadOnlyCollection<SubjectId> subjects, string? before, int limit, CancellationToken cancellationToken)
    {
        var asked = subjects.Select(subject => (SubjectId?)subject).ToList();
        return database.ReadAsync(
            async db => (await Joined(db)
                .Where(row => asked.Contains(row.Resource.SubjectId))
                .Where(row => before == null || string.Compare((string)(object)row.Resource.Id, before) < 0)
                .OrderByDescending(row => row.Resource.Id)
                .Take(limit)
                .ToListAsync(cancellationToken)).ConvertAll(row => (row.Resource, row.Mirror)),
            cancellationToken);
    }

    private static IQueryable<JoinedRow> Joined(DataConnection db) =>
        from resource in db.GetTable<Resource>()
        join mirror in db.GetTable<InstanceRow>() on resource.Id equals mirror.ResourceId
        select new JoinedRow { Resource = resource, Mirror = mirror };

    private sealed class JoinedRow
    {
        public required Resource Resource { get; init; }

        public required InstanceRow Mirror { get; init; }
    }
}
