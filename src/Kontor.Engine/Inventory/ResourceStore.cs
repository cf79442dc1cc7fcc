using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Inventory;

/// <summary>The rows of resources and the mirror of instances.</summary>
public sealed class ResourceStore(Database database)
{
    /// <summary>So many ids stand in one query at the most.</summary>
    private const int AtOnce = 500;

    public static async Task InsertAsync(UnitOfWork unit, Resource resource, InstanceRow mirror)
    {
        await unit.Db.InsertAsync(resource);
        await unit.Db.InsertAsync(mirror);
        await SightingStore.PutAsync(unit, SightingOf(resource, mirror, unit.Now));
        await IpHistory.KeepAsync(unit, before: null, mirror);
    }

    public static Task<Resource?> FindAsync(UnitOfWork unit, AccountId account, ProviderInstanceId instance) =>
        unit.Db.GetTable<Resource>().FirstOrDefaultAsync(
            row => row.Account == account && row.Kind == Resource.InstanceKind && row.ProviderId == instance);

    public static Task<Resource?> FindAsync(UnitOfWork unit, ResourceId id) => FindAsync(unit.Db, id);

    public static Task<Resource?> FindAsync(DataConnection db, ResourceId id) =>
        db.GetTable<Resource>().FirstOrDefaultAsync(row => row.Id == id);

    public static Task<Resource> GetAsync(UnitOfWork unit, ResourceId id) => GetAsync(unit.Db, id);

    public static Task<Resource> GetAsync(DataConnection db, ResourceId id) => db.GetTable<Resource>().FirstAsync(row => row.Id == id);

    /// <summary>The machine at the provider that serves a subject's generation; null when none does.</summary>
    public static Task<Resource?> ServingAsync(DataConnection db, SubjectId subject, int generation) => db.GetTable<Resource>()
        .Where(row => row.SubjectId == subject && row.Generation == generation && row.State == Resource.Present)
        .OrderByDescending(row => row.Id)
        .FirstOrDefaultAsync();

    /// <summary>The machines at the provider that serve subjects and were installed from some images, by the provider's ids.</summary>
    public static async Task<List<(Resource Resource, string Image)>> InstalledFromAsync(DataConnection db, IReadOnlyCollection<string> images) => images.Count == 0
        ? []
        : (await Joined(db)
            .Where(row => row.Resource.State == Resource.Present && row.Resource.SubjectId != null && images.Contains(row.Mirror.ImageId!))
            .OrderBy(row => row.Resource.Id)
            .ToListAsync()).ConvertAll(row => (row.Resource, row.Mirror.ImageId!));

    public static Task<InstanceRow> MirrorAsync(UnitOfWork unit, ResourceId id) =>
        unit.Db.GetTable<InstanceRow>().FirstAsync(row => row.ResourceId == id);

    /// <summary>Keeps what the provider just said.</summary>
    public static async Task UpdateMirrorAsync(UnitOfWork unit, Resource resource, InstanceRow mirror)
    {
        await unit.Db.UpdateAsync(mirror);
        await SightingStore.PutAsync(unit, SightingOf(resource, mirror, unit.Now));
    }

    /// <summary>The digest to remember of a machine of ours. One whose name lacks its marker is looked at until it has it back.</summary>
    public static long DigestOf(Resource resource, InstanceRow mirror) =>
        resource.Marker is { } marker && Marker.In(mirror.DisplayName)?.Value != marker ? Sighting.LookAgain : mirror.Digest;

    /// <summary>Gives a resource that serves nobody to a subject.</summary>
    /// <returns>False when it serves somebody.</returns>
    public static async Task<bool> TryAssignAsync(UnitOfWork unit, ResourceId id, string source, SubjectId subject, int generation) => await unit.Db
        .GetTable<Resource>()
        .Where(row => row.Id == id && row.SubjectId == null && row.State == Resource.Present)
        .Set(row => row.Source, source)
        .Set(row => row.SubjectId, subject)
        .Set(row => row.Generation, generation)
        .UpdateAsync() == 1;

    /// <summary>Keeps the readable part of its name.</summary>
    public static Task SetLabelAsync(UnitOfWork unit, ResourceId id, string label) => unit.Db.GetTable<Resource>()
        .Where(row => row.Id == id)
        .Set(row => row.Label, label)
        .UpdateAsync();

    /// <summary>Keeps the host name that its next installation gets.</summary>
    public static Task SetHostnameAsync(UnitOfWork unit, ResourceId id, string? hostname) => unit.Db.GetTable<Resource>()
        .Where(row => row.Id == id)
        .Set(row => row.Hostname, hostname)
        .UpdateAsync();

    /// <summary>The host name that a subject's machine has, or the last one had; null for none.</summary>
    public static Task<string?> HostnameOfAsync(UnitOfWork unit, SubjectId subject) => unit.Db.GetTable<Resource>()
        .Where(row => row.SubjectId == subject)
        .OrderByDescending(row => row.Generation)
        .Select(row => row.Hostname)
        .FirstOrDefaultAsync();

    /// <summary>Notes that the resource was seen.</summary>
    /// <returns>Whether it had been missing.</returns>
    public static async Task<bool> TryResetMissingAsync(UnitOfWork unit, ResourceId id) => await unit.Db.GetTable<Resource>()
        .Where(row => row.Id == id && row.MissingLists > 0)
        .Set(row => row.MissingLists, 0)
        .UpdateAsync() == 1;

    /// <summary>Notes that one more complete list did not have the resource.</summary>
    public static Task CountMissingAsync(UnitOfWork unit, Resource seen) => unit.Db.GetTable<Resource>()
        .Where(row => row.Id == seen.Id)
        .Set(row => row.MissingLists, seen.MissingLists + 1)
        .UpdateAsync();

    /// <summary>Notes that the resource is gone.</summary>
    /// <returns>False when that was noted before.</returns>
    public static async Task<bool> TryEndAsync(UnitOfWork unit, Resource resource)
    {
        var ended = await unit.Db.GetTable<Resource>()
            .Where(row => row.Id == resource.Id && row.State == Resource.Present)
            .Set(row => row.State, Resource.Gone)
            .Set(row => row.GoneAt, unit.Now)
            .UpdateAsync() == 1;
        if (ended)
        {
            await SightingStore.DeleteAsync(unit, resource.Account, resource.ProviderId);
            await IpHistory.EndAsync(unit, resource.Id);
        }

        return ended;
    }

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

    /// <summary>Several resources, in no order.</summary>
    public Task<List<Resource>> FindAllAsync(IReadOnlyCollection<ResourceId> ids, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Resource>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The resources that stand behind some of the provider's numbers, gone ones too.</summary>
    public static Task<List<Resource>> FindAllAsync(UnitOfWork unit, AccountId account, IReadOnlyCollection<ProviderInstanceId> instances) =>
        unit.Db.GetTable<Resource>()
            .Where(row => row.Account == account && row.Kind == Resource.InstanceKind && instances.Contains(row.ProviderId))
            .ToListAsync();

    /// <summary>The numbers of the machines that serve these subjects and should stand at the provider.</summary>
    public Task<HashSet<long>> ServingAsync(AccountId account, IEnumerable<SubjectId> subjects, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db =>
            {
                var serving = new HashSet<long>();
                foreach (var some in subjects.Chunk(AtOnce))
                {
                    serving.UnionWith((await db.GetTable<Resource>()
                        .Where(row => row.Account == account && row.State == Resource.Present && row.SubjectId != null && some.Contains(row.SubjectId.Value))
                        .Select(row => row.ProviderId)
                        .ToListAsync(cancellationToken)).Select(id => id.Value));
                }

                return serving;
            },
            cancellationToken);

    /// <summary>What the mirror has of a page of instances.</summary>
    public Task<List<(Resource Resource, InstanceRow Mirror)>> MirrorOfAsync(
        AccountId account, IReadOnlyCollection<ProviderInstanceId> instances, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await Joined(db)
                .Where(row => row.Resource.Account == account && row.Resource.Kind == Resource.InstanceKind && instances.Contains(row.Resource.ProviderId))
                .ToListAsync(cancellationToken)).ConvertAll(row => (row.Resource, row.Mirror)),
            cancellationToken);

    /// <summary>The machines that stand at the provider and have been in the rescue system since a time or longer.</summary>
    public Task<List<(Resource Resource, InstanceRow Mirror)>> InRescueSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db => (await Joined(db)
                .Where(row => row.Mirror.RescueSince <= since && row.Resource.State == Resource.Present)
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

    private static Sighting SightingOf(Resource resource, InstanceRow mirror, DateTimeOffset now) => new()
    {
        Account = resource.Account,
        ProviderId = resource.ProviderId,
        Digest = DigestOf(resource, mirror),
        ResourceId = resource.Id,
        NotedAt = now,
    };

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
