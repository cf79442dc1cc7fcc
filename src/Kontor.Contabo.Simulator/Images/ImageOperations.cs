using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Images;

internal static class ImageOperations
{
    private static readonly Dictionary<string, Func<Image, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["name"] = image => image.Name,
        ["osType"] = image => image.OsType,
        ["sizeMb"] = image => image.SizeMb,
    };

    public static CloudResponse List(OperationCall call)
    {
        var query = call.Query;
        var rows = call.World.Catalogue.Images.Where(image => Matches(query, image)).ToList();
        return Listing.Page(call, Ordering.Apply(query, rows, Sortable), image => ImageView.Of(call, image));
    }

    public static CloudResponse Get(OperationCall call)
    {
        if (!Guid.TryParse(call.Key("imageId"), out var id))
        {
            return Answers.Refusal(400, ["imageId must be a UUID"]);
        }

        return call.World.Catalogue.ImagesById.TryGetValue(id, out var image)
            ? Answers.Single(200, ImageView.Of(call, image), call.Path)
            : Answers.Missing("Image", "imageId");
    }

    // Every image here is a standard one: custom images are not simulated yet.
    private static bool Matches(QueryValues query, Image image) =>
        query.Get("standardImage") != "false"
        && (query.Get("name") is not { } name || image.Name == name)
        && (query.Get("search") is not { } search || image.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || image.OsType.Contains(search, StringComparison.OrdinalIgnoreCase));
}

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
            image.OsType, image.Version, "qcow2", "downloaded", "", true, created, created, []);
    }
}
