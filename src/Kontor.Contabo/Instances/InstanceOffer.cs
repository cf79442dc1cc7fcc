using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>A product an instance may move to. The order itself cannot be placed by the API.</summary>
/// <remarks>Source: retrieveAvailableInstanceProducts. Prices are in the currency of the account, a month; whether tax is in it is not documented.</remarks>
public sealed record InstanceOffer : ContaboResource
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the number of the offer.</summary>
    public long? OfferId { get; init; }

    /// <summary>Gets the product offered.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its kind.</summary>
    public ProductType? Category { get; init; }

    /// <summary>Gets its memory in GB.</summary>
    public decimal? RamSizeGb { get; init; }

    /// <summary>Gets its disk in GB.</summary>
    public decimal? DiskSizeGb { get; init; }

    /// <summary>Gets the number of its cores.</summary>
    public long? CpuCores { get; init; }

    /// <summary>Gets the speed of its port in Mbit/s.</summary>
    public long? NetSpeed { get; init; }

    /// <summary>Gets how many snapshots it holds.</summary>
    public long? Snapshots { get; init; }

    /// <summary>Gets the price.</summary>
    public decimal? VsPrice { get; init; }

    /// <summary>Gets the price before a discount.</summary>
    public decimal? VsOriginalPrice { get; init; }

    /// <summary>Gets the discount.</summary>
    public decimal? UpgradeDiscount { get; init; }

    /// <summary>Gets the price of Windows on it.</summary>
    public decimal? WindowsPrice { get; init; }

    /// <summary>Gets the price of its backup.</summary>
    public decimal? BackupPrice { get; init; }

    /// <summary>Gets the price of more storage.</summary>
    public decimal? StorageExtensionPrice { get; init; }

    /// <summary>Gets the surcharge of its region.</summary>
    public decimal? LocationFeePrice { get; init; }

    /// <summary>Gets the price of the add-ons kept.</summary>
    public decimal? AddonsPrice { get; init; }

    /// <summary>Gets how much more it costs than today, with the storage extension.</summary>
    public decimal? PriceDifferenceWithStorageExtension { get; init; }

    /// <summary>Gets how much more it costs than today, without the storage extension.</summary>
    public decimal? PriceDifferenceWithoutStorageExtension { get; init; }

    /// <summary>Gets a value indicating whether the instance is this product already.</summary>
    public bool? Current { get; init; }

    /// <summary>Gets a value indicating whether the instance has a storage extension.</summary>
    public bool? HasStorageExtension { get; init; }

    /// <summary>Gets a value indicating whether the instance has the backup.</summary>
    public bool? HasBackupAddon { get; init; }

    /// <summary>Gets a value indicating whether the instance runs Windows.</summary>
    public bool? HasWindows { get; init; }

    /// <summary>Gets a value indicating whether its region costs extra.</summary>
    public bool? HasLocationFee { get; init; }

    /// <summary>Gets a value indicating whether more storage can be had with it.</summary>
    public bool? StorageExtensionAvailable { get; init; }

    /// <summary>Gets a value indicating whether the backup can be had with it.</summary>
    public bool? BackupAvailable { get; init; }

    /// <summary>Gets a value indicating whether the instance would have to move.</summary>
    public bool? LocationChangeRequired { get; init; }

    /// <summary>Gets a value indicating whether the change works without a new installation.</summary>
    public bool? LiveMigrationAvailable { get; init; }

    /// <summary>Gets why it does not, such as <c>disk_downsize</c>.</summary>
    public string? LiveMigrationDisabledReason { get; init; }

    /// <summary>Gets what has to be agreed to, such as <c>ip_change</c>.</summary>
    [JsonConverter(typeof(LenientListConverter<string>))]
    public IReadOnlyList<string>? RequiredConfirmations { get; init; }
}
