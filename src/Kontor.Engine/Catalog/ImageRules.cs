using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>Whether an image can be installed, as far as the catalogue knows.</summary>
internal static class ImageRules
{
    /// <summary>Judges an image.</summary>
    /// <param name="id">The image.</param>
    /// <param name="plan">The plan of the machine; null when the catalogue does not know it, and then size is not judged.</param>
    /// <param name="known">The catalogue.</param>
    /// <param name="today">The day, in Berlin.</param>
    public static Problem? Check(string id, ProductRow? plan, KnownCatalog known, DateOnly today)
    {
        var open = known.Images.Where(row => !(row.RetiredOn <= today));
        return known.Images.FirstOrDefault(row => row.Id == id) switch
        {
            null => CatalogProblems.ImageUnknown(id, open),
            { RetiredOn: { } day } image when day <= today => CatalogProblems.ImageRetired(image, day, open),
            { SizeMib: { } size } image when size > plan?.DiskMib => CatalogProblems.ImageTooLarge(image, plan),
            _ => null,
        };
    }
}
