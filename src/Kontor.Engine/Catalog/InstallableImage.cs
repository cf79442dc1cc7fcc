using Kontor.Engine.Common;
using LinqToDB.Data;

namespace Kontor.Engine.Catalog;

/// <summary>An image that the catalogue has for a machine.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="OsType">The family of its system.</param>
/// <param name="DiskMib">How large the machine's disk is, in MiB; null when the catalogue does not know its plan.</param>
public sealed record InstallableImage(string Name, OsType OsType, long? DiskMib)
{
    /// <summary>Finds it, or says why it cannot be installed.</summary>
    /// <param name="db">The database.</param>
    /// <param name="image">The image's id.</param>
    /// <param name="plan">The id of the machine's plan; null when nobody knows it.</param>
    /// <param name="today">The day, in Berlin.</param>
    /// <param name="own">An image that the catalogue does not have and the machine's client does; null for none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<Result<InstallableImage>> FindAsync(
        DataConnection db, string image, string? plan, DateOnly today, OwnImage? own, CancellationToken cancellationToken)
    {
        var known = (await KnownCatalog.ReadAsync(db, cancellationToken)).With(own);
        var product = known.Products.FirstOrDefault(row => row.Id == plan);
        if (ImageRules.Check(image, product, known, today) is { } problem)
        {
            return problem;
        }

        var found = known.Images.First(row => row.Id == image);
        return new InstallableImage(found.Name, found.OsType, product?.DiskMib);
    }

    /// <summary>How large the disk of a plan is, in MiB; null when the catalogue does not know the plan.</summary>
    public static async Task<long?> DiskOfAsync(DataConnection db, string? plan, CancellationToken cancellationToken) =>
        (await KnownCatalog.ReadAsync(db, cancellationToken)).Products.FirstOrDefault(row => row.Id == plan)?.DiskMib;
}
