using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>Which add-ons a machine has, by the provider's numbers: the proof of a purchase.</summary>
/// <param name="Ids">The numbers.</param>
public sealed record OwnedAddOns(IReadOnlyList<long> Ids)
{
    /// <summary>Private networking, on every plan.</summary>
    private const long PrivateNetworking = 1477;

    /// <summary>The automatic backup of the one plan whose number is known; other plans have numbers of their own.</summary>
    private const long Backup = 2015;

    /// <summary>What is certainly no backup: private networking, firewall, additional address, custom images, monitoring.</summary>
    private static readonly long[] Others = [PrivateNetworking, 1501, 1263, 1471, 211];

    /// <summary>Asks the provider.</summary>
    /// <returns>Null when it could not be asked or did not say, which proves nothing.</returns>
    public static async Task<OwnedAddOns?> ReadAsync(ContaboAccounts accounts, Resource resource, CancellationToken cancellationToken)
    {
        try
        {
            return accounts.Find(resource.Account) is { } account
                && await account.Client.Instances.FindAsync(resource.ProviderId.Value, cancellationToken) is { AddOns: { } owned }
                    ? new OwnedAddOns([.. owned.Where(addOn => addOn.Id is not null).Select(addOn => addOn.Id!.Value)])
                    : null;
        }
        catch (ContaboApiException)
        {
            return null;
        }
    }

    /// <summary>Whether the machine has an add-on.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="before">What the machine had before it was ordered; null when nothing was.</param>
    public bool Have(SealedAddOn wanted, IReadOnlyCollection<long>? before) => wanted.AddOn == KnownAddOns.PrivateNetworking
        ? Ids.Contains(PrivateNetworking)
        : Ids.Contains(Backup)
            || (wanted.Price.ProviderId is { } id && Ids.Contains(id))
            || (before is not null && Ids.Except(before).Except(Others).Any());
}
