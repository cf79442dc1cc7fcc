using Kontor.Contabo.Instances;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>A plan that a machine may be changed into, with what that would cost more.</summary>
/// <param name="OfferId">The provider's number of the offer; null when it gave none.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CpuCores">Its cores.</param>
/// <param name="RamMib">Its memory, in MiB.</param>
/// <param name="DiskMib">Its disk, in MiB.</param>
/// <param name="Currency">What the prices are in, by its ISO 4217 code.</param>
/// <param name="Monthly">The plan's price, a month.</param>
/// <param name="Difference">How much more than today it costs a month; null when the provider does not say.</param>
/// <param name="LiveMigration">Whether it works without a new installation; null when the provider does not say.</param>
/// <param name="LiveMigrationDisabledReason">Why not, in the provider's word.</param>
/// <param name="LocationChangeRequired">Whether the machine would have to move.</param>
/// <param name="RequiredConfirmations">What has to be agreed to, in the provider's words, such as <c>ip_change</c>.</param>
public sealed record PlanOffer(
    long? OfferId,
    string Plan,
    string? Name,
    long? CpuCores,
    long? RamMib,
    long? DiskMib,
    string Currency,
    decimal? Monthly,
    decimal? Difference,
    bool? LiveMigration,
    string? LiveMigrationDisabledReason,
    bool? LocationChangeRequired,
    IReadOnlyList<string> RequiredConfirmations)
{
    private const int Decimals = 4;
    private const int MibPerGb = 1024;

    /// <summary>An offer of the provider's; null when it names no plan.</summary>
    internal static PlanOffer? Of(InstanceOffer offer, Currency currency) => offer.ProductId is not { Length: > 0 } plan ? null : new PlanOffer(
        offer.OfferId,
        plan,
        offer.Name,
        offer.CpuCores,
        Mib(offer.RamSizeGb),
        Mib(offer.DiskSizeGb),
        currency.Code,
        Rounded(offer.VsPrice),
        Rounded(offer.HasStorageExtension == true ? offer.PriceDifferenceWithStorageExtension : offer.PriceDifferenceWithoutStorageExtension),
        offer.LiveMigrationAvailable,
        offer.LiveMigrationDisabledReason,
        offer.LocationChangeRequired,
        offer.RequiredConfirmations ?? []);

    /// <summary>What it costs more, as a sentence may say it.</summary>
    internal string DifferenceText() => Difference is { } more
        ? $"{Money.FromMajor(more, Common.Currency.Parse(Currency))} more a month"
        : "at a difference that Contabo did not say";

    private static long? Mib(decimal? gb) => gb is { } size ? (long)(size * MibPerGb) : null;

    private static decimal? Rounded(decimal? price) => price is { } amount ? decimal.Round(amount, Decimals) : null;
}
