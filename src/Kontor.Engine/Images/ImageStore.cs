using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Images;

/// <summary>The rows of custom images.</summary>
public sealed class ImageStore(Database database)
{
    /// <summary>In which states an image takes room, or may.</summary>
    private static readonly ImageState[] Takes = [ImageState.Registering, ImageState.Downloading, ImageState.Ready, ImageState.Unknown];

    /// <summary>In which states Contabo's list is looked at for an image.</summary>
    private static readonly ImageState[] Watched = [ImageState.Downloading, ImageState.Ready, ImageState.Unknown];

    public static Task InsertAsync(UnitOfWork unit, CustomImage image) => unit.Db.InsertAsync(image);

    public static Task<CustomImage?> FindAsync(DataConnection db, ImageId id) => db.GetTable<CustomImage>().FirstOrDefaultAsync(row => row.Id == id);

    /// <summary>The image that the provider calls so on an account; null when none of ours is.</summary>
    public static Task<CustomImage?> FindAsync(DataConnection db, AccountId? account, string providerId) => db.GetTable<CustomImage>()
        .Where(row => row.ProviderId == providerId && row.State != ImageState.Deleted)
        .FirstOrDefaultAsync(row => account == null || row.Account == account);

    /// <summary>Keeps a row as it is now known. Only its one operation under way, or the sweep while there is none, writes it.</summary>
    public static Task UpdateAsync(UnitOfWork unit, CustomImage image) => unit.Db.UpdateAsync(image);

    /// <summary>How many images a client has on all accounts, and how much room they take, in MiB.</summary>
    public static async Task<ClientShare> ShareAsync(DataConnection db, string source, string client)
    {
        var images = await db.GetTable<CustomImage>().Where(row => row.Source == source && row.Client == client && Takes.Contains(row.State)).ToListAsync();
        return new ClientShare(images.Count, images.Sum(image => image.TakesMib));
    }

    public Task<CustomImage?> FindAsync(ImageId id, CancellationToken cancellationToken) => database.ReadAsync(db => FindAsync(db, id), cancellationToken);

    /// <summary>
    /// The images of an account that Contabo's list is compared with, those left out on which an operation is under way. What
    /// never got an id is looked for after its deletion too: its upload may arrive late.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="lateSince">How young such an image must be.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<CustomImage>> WatchedAsync(AccountId account, DateTimeOffset lateSince, CancellationToken cancellationToken) => database.ReadAsync(
        db => Idle(db)
            .Where(row => row.Account == account)
            .Where(row => Watched.Contains(row.State) || (row.State == ImageState.Deleted && row.ProviderId == null && row.CreatedAt > lateSince))
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>An image as it is now, if no operation is under way on it.</summary>
    public static Task<CustomImage?> FindIdleAsync(UnitOfWork unit, ImageId id) => Idle(unit.Db).FirstOrDefaultAsync(row => row.Id == id);

    /// <summary>Lists what an actor sees and was not deleted, newest first.</summary>
    public Task<List<CustomImage>> ListAsync(Actor actor, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<CustomImage>()
            .Where(row => row.State != ImageState.Deleted)
            .Where(row => actor.Source == null || row.Source == actor.Source)
            .Where(row => actor.Client == null || row.Client == actor.Client)
            .Where(row => subject == null || row.SubjectId == subject)
            .Where(row => before == null || string.Compare((string)(object)row.Id, before) < 0)
            .OrderByDescending(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    private static IQueryable<CustomImage> Idle(DataConnection db)
    {
        var (pending, running) = (OperationStore.StatusName(OperationStatus.Pending), OperationStore.StatusName(OperationStatus.Running));
        return db.GetTable<CustomImage>().Where(image => !db.GetTable<Change.ImageWish>().Any(wish =>
            wish.ImageId == image.Id && db.GetTable<Operation>().Any(one => one.Id == wish.OperationId && (one.Status == pending || one.Status == running))));
    }
}

/// <summary>What a client has of custom images.</summary>
/// <param name="Count">How many.</param>
/// <param name="Mib">How much room they take, in MiB, as far as that is known.</param>
public sealed record ClientShare(int Count, long Mib);
