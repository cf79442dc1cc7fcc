using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Images;

/// <summary>Reading: standard images first, then the account's own.</summary>
internal static class ImageOperations
{
    private static readonly Dictionary<string, Func<ImageView, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["name"] = image => image.Name,
        ["osType"] = image => image.OsType,
        ["sizeMb"] = image => image.SizeMb,
    };

    public static CloudResponse List(OperationCall call)
    {
        var standard = call.World.Catalogue.Images.Select(image => ImageView.Of(call, image));
        var own = call.World.CustomImages.Of(call.Account.ClientId).Select(image => ImageView.Of(call, image));
        var rows = standard.Concat(own).Where(image => Matches(call.Query, image)).ToList();
        return Listing.Page(call, Ordering.Apply(call.Query, rows, Sortable), image => image);
    }

    public static CloudResponse Get(OperationCall call)
    {
        if (!Guid.TryParse(call.Key("imageId"), out var id))
        {
            return Answers.Refusal(400, ["imageId must be a UUID"]);
        }

        if (call.World.Catalogue.ImagesById.TryGetValue(id, out var image))
        {
            return Answers.Single(200, ImageView.Of(call, image), call.Path);
        }

        return call.World.CustomImages.Find(call.Account.ClientId, id) is { } own
            ? Answers.Single(200, ImageView.Of(call, own), call.Path)
            : Answers.Missing("Image", "imageId");
    }

    private static bool Matches(QueryValues query, ImageView image) =>
        (query.Get("standardImage") is not { } standard || image.StandardImage == (standard != "false"))
        && (query.Get("name") is not { } name || image.Name == name)
        && (query.Get("search") is not { } search || image.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || image.OsType.Contains(search, StringComparison.OrdinalIgnoreCase));
}
