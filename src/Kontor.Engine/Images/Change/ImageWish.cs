using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Kontor.Engine.Images.Change;

/// <summary>What was asked of a custom image in one operation.</summary>
[Table("image_change")]
public sealed record ImageWish
{
    [Column("operation_id"), PrimaryKey]
    public OperationId OperationId { get; init; }

    [Column("image_id")]
    public ImageId ImageId { get; init; }

    /// <summary>Gets what is asked, by the <see cref="ImageChange.Name"/> of its kind.</summary>
    [Column("kind")]
    public required string Kind { get; init; }

    /// <summary>Gets the readable part of the name it is to have.</summary>
    [Column("name")]
    public required string Name { get; init; }

    [Column("description")]
    public required string Description { get; init; }

    /// <summary>Gets the whole link, sealed; gone when the operation is over.</summary>
    [Column("sealed_url")]
    public byte[]? SealedUrl { get; init; }
}

/// <summary>The rows of wishes.</summary>
internal static class ImageWishes
{
    public static Task<ImageWish> GetAsync(DataConnection db, OperationId operation) =>
        db.GetTable<ImageWish>().FirstAsync(row => row.OperationId == operation);

    /// <summary>Forgets the link.</summary>
    public static Task ForgetUrlAsync(UnitOfWork unit, OperationId operation) => unit.Db.GetTable<ImageWish>()
        .Where(row => row.OperationId == operation)
        .Set(row => row.SealedUrl, (byte[]?)null)
        .UpdateAsync();

    /// <summary>The operation that is neither over nor waits for a person on an image; null when there is none.</summary>
    public static Task<Operation?> UnderWayAsync(DataConnection db, ImageId image)
    {
        var (pending, running) = (OperationStore.StatusName(OperationStatus.Pending), OperationStore.StatusName(OperationStatus.Running));
        return OfImage(db, image, null).Where(row => row.Status == pending || row.Status == running).OrderBy(row => row.Id).FirstOrDefaultAsync();
    }

    /// <summary>The newest operation of a kind on an image; null when there was none.</summary>
    public static Task<Operation?> NewestAsync(DataConnection db, ImageId image, string? kind) =>
        OfImage(db, image, kind).OrderByDescending(row => row.Id).FirstOrDefaultAsync();

    private static IQueryable<Operation> OfImage(DataConnection db, ImageId image, string? kind) =>
        from wish in db.GetTable<ImageWish>()
        join operation in db.GetTable<Operation>() on wish.OperationId equals operation.Id
        where wish.ImageId == image && (kind == null || wish.Kind == kind)
        select operation;
}
