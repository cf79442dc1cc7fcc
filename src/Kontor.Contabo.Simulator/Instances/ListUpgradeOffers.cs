using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Larger plans of the same family. Source: product documentation, upgrades go upwards and stay in the family.</summary>
internal static class ListUpgradeOffers
{
    public static CloudResponse Handle(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        var current = call.World.Catalogue.Products[instance.ProductId];
        var offers = call.World.Catalogue.Products.Values
            .Where(product => IsUpgrade(current, product, instance))
            .OrderBy(product => product.MonthlyEur[instance.Period])
            .Select(product => Offer(call, instance, current, product))
            .ToList();
        return Answers.Of(200, new UnpagedEnvelope<UpgradeOffer>(offers, new SelfLink(call.Path)));
    }

    private static bool IsUpgrade(Product current, Product product, Instance instance) =>
        product.Family == current.Family && !product.Retired && product.RamGb > current.RamGb
        && product.MonthlyEur.ContainsKey(instance.Period) && product.SurchargeEur.ContainsKey(instance.Region);

    private static UpgradeOffer Offer(OperationCall call, Instance instance, Product current, Product product)
    {
        var price = product.MonthlyEur[instance.Period];
        var fee = product.SurchargeEur[instance.Region];
        var addOns = instance.AddOns.Sum(addOn => addOn.MonthlyEur * addOn.Quantity);
        // Assumed: the difference covers plan and location fee at the term of the present contract.
        var difference = price + fee - current.MonthlyEur[instance.Period] - current.SurchargeEur.GetValueOrDefault(instance.Region);
        return new UpgradeOffer(
            call.Account.TenantId, call.Account.CustomerId, instance.InstanceId, product.ProductId, product.Name, product.ProductType,
            product.RamGb, product.DiskGb, product.CpuCores, product.PortMbit, product.Snapshots, price, 0, product.BackupEur, 0, fee,
            addOns, false, instance.AddOns.Any(addOn => addOn.Id == Catalogue.Backup), false, fee > 0, false,
            (int)(StableHash.Of(0, $"{instance.ProductId} {product.ProductId}") % 9000) + 1000, false, true, null, false,
            product.BackupEur > 0, 0, price, [], difference, difference);
    }
}

/// <summary>Source: schema InstanceProduct.</summary>
internal sealed record UpgradeOffer(
    string TenantId,
    string CustomerId,
    long InstanceId,
    string ProductId,
    string Name,
    string Category,
    decimal RamSizeGb,
    decimal DiskSizeGb,
    int CpuCores,
    int NetSpeed,
    int Snapshots,
    decimal VsPrice,
    decimal WindowsPrice,
    decimal BackupPrice,
    decimal StorageExtensionPrice,
    decimal LocationFeePrice,
    decimal AddonsPrice,
    bool HasStorageExtension,
    bool HasBackupAddon,
    bool HasWindows,
    bool HasLocationFee,
    bool Current,
    int OfferId,
    bool LocationChangeRequired,
    bool LiveMigrationAvailable,
    string? LiveMigrationDisabledReason,
    bool StorageExtensionAvailable,
    bool BackupAvailable,
    int UpgradeDiscount,
    decimal VsOriginalPrice,
    IReadOnlyList<string> RequiredConfirmations,
    decimal PriceDifferenceWithStorageExtension,
    decimal PriceDifferenceWithoutStorageExtension);
