using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using LinqToDB.Data;

namespace Kontor.Engine.Images;

/// <summary>The custom images that a client's machines can be installed from.</summary>
internal static class OwnImages
{
    /// <summary>Finds one by the id that it has at Contabo.</summary>
    /// <param name="db">The database.</param>
    /// <param name="image">That id.</param>
    /// <param name="account">The account that the machine stands on.</param>
    /// <param name="owner">Whose machine it is.</param>
    /// <returns>Null when there is none, or it is another client's; a problem when it cannot be installed.</returns>
    public static async Task<Result<OwnImage>?> FindAsync(DataConnection db, string image, AccountId account, ImageOwner owner)
    {
        // Contabo gives an id once, so one without regard to accounts is enough.
        if (await ImageStore.FindAsync(db, account: null, image) is not { } found || !owner.Has(found))
        {
            return null;
        }

        return found.Account != account ? ImageProblems.OtherAccount(found.Name, found.Account)
            : found.State != ImageState.Ready ? ImageProblems.NotReady(found.Name)
            : new OwnImage(image, found.Name, found.OsType, found.SizeMib);
    }
}

/// <summary>Whose machine is to be installed.</summary>
/// <param name="Source">The source; null for staff, who see the images of all.</param>
/// <param name="Client">The client there; null when it is not known, as when only a price is asked for.</param>
public sealed record ImageOwner(string? Source, string? Client)
{
    /// <summary>Whether an image is that client's.</summary>
    internal bool Has(CustomImage image) => (Source is null || Source == image.Source) && (Client is null || Client == image.Client);
}
