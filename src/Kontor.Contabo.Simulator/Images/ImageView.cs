using Kontor.Contabo.Simulator.Data;

namespace Kontor.Contabo.Simulator.Images;

/// <summary>Source: schema ImageResponse, with the tags of the list's schema.</summary>
internal sealed record ImageView(
    Guid ImageId,
    string TenantId,
    string CustomerId,
    string Name,
    string Description,
    string Url,
    decimal SizeMb,
    decimal UploadedSizeMb,
    string OsType,
    string Version,
    string Format,
    string Status,
    string ErrorMessage,
    bool StandardImage,
    DateTimeOffset CreationDate,
    DateTimeOffset LastModifiedDate,
    IReadOnlyList<string> Tags)
{
    public static ImageView Of(OperationCall call, Image image)
    {
        var created = new DateTimeOffset(image.Created.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new ImageView(
            image.ImageId, call.Account.TenantId, call.Account.CustomerId, image.Name, image.Description, "", image.SizeMb, image.SizeMb,
            image.OsType, image.Version, "qcow2", CustomImage.Downloaded, "", true, created, created, []);
    }

    public static ImageView Of(OperationCall call, CustomImage image) => new(
        image.ImageId, call.Account.TenantId, call.Account.CustomerId, image.Name, image.Description, image.Url, image.SizeMb,
        ImageLife.UploadedMb(call.World, image), image.OsType, image.Version, image.Format, image.Status, image.ErrorMessage, false,
        image.CreatedAt, image.ModifiedAt, []);
}
