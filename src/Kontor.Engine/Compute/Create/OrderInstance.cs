using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Create;

/// <summary>An order for one instance, as a billing system places it.</summary>
/// <param name="Subject">What it is called there.</param>
/// <param name="Fingerprint">What tells this sale from another under the same id.</param>
/// <param name="Generation">Which machine of the subject this is; 1 unless a person opened the next.</param>
/// <param name="Plan">The product, by its id in the catalogue.</param>
/// <param name="Region">The region, by its slug.</param>
/// <param name="Image">The image, by its id.</param>
/// <param name="TermMonths">How many months one term lasts.</param>
/// <param name="Label">The readable part of the display name: letters, digits, blanks and <c>-</c>.</param>
/// <param name="DefaultUser"><c>admin</c>, <c>root</c> or <c>administrator</c>.</param>
/// <param name="Account">The Contabo account to buy on; null for the default one.</param>
/// <param name="Sold">What the customer pays, when the caller says.</param>
/// <param name="Amend">Whether a refused order may be sealed anew with what differs.</param>
public sealed record OrderInstance(
    SubjectKey Subject,
    Fingerprint Fingerprint,
    int Generation,
    string Plan,
    string Region,
    string Image,
    int TermMonths,
    string Label,
    string DefaultUser,
    string? Account,
    SoldPrice? Sold,
    bool Amend)
{
    /// <summary>Gets the public keys that are to open it; null for none.</summary>
    public IReadOnlyList<string>? SshKeys { get; init; }
}

/// <summary>What a customer pays: net, tax and gross apart.</summary>
/// <param name="Net">Without tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Gross">Both together.</param>
/// <param name="FxRate">The rate to the cost currency, when it differs.</param>
/// <param name="FxOn">The day of that rate.</param>
public sealed record SoldPrice(Money Net, Money Tax, Money Gross, decimal? FxRate, DateOnly? FxOn);
