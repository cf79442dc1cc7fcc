using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>An order for an add-on of a subject's machine.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it.</param>
/// <param name="Fingerprint">What it was sold as.</param>
/// <param name="AddOn">One of <see cref="KnownAddOns.All"/>.</param>
/// <param name="Ordinal">Which one of that name in the generation's life: 1, and the next after one that failed or was ended.</param>
/// <param name="Sold">What the customer pays, when the caller says.</param>
public sealed record BuyAddOn(
    SubjectId Subject, int Generation, Fingerprint Fingerprint, string AddOn, int Ordinal, SoldPrice? Sold)
{
    private const int MaxOrdinal = 99;

    /// <summary>The first thing wrong with the order; null when nothing is.</summary>
    internal Problem? Fault() =>
        OrderInstanceRules.CheckFingerprint(Fingerprint)
        ?? FaultOf(AddOn)
        ?? OrderInstanceRules.CheckSold(Sold)
        ?? (Generation >= 1 ? null : ComputeProblems.Field("generation", "generation counts from 1."))
        ?? (Ordinal is >= 1 and <= MaxOrdinal ? null : ComputeProblems.Field("ordinal", $"ordinal is a whole number from 1 to {MaxOrdinal}."));

    /// <summary>What is wrong with the name of an add-on; null when nothing is.</summary>
    internal static Problem? FaultOf(string addOn) => KnownAddOns.All.Contains(addOn)
        ? null
        : ComputeProblems.Field("addOn", $"addOn '{PlainText.Shown(addOn)}' is not one of {string.Join(", ", KnownAddOns.All)}.");

    /// <summary>The part of the operation's key that says what is bought.</summary>
    internal static string ActionOf(string addOn, int ordinal) => $"addon:{addOn}:{ordinal}";
}
