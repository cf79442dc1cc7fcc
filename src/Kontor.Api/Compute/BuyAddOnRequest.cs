using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>An order for an add-on of a subject's machine; it costs money until the machine's contract ends.</summary>
public sealed record BuyAddOnRequest
{
    /// <summary>Gets which machine of the subject.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets what the subject was sold as.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }

    /// <summary>Gets the add-on: <c>privateNetworking</c> or <c>backup</c>.</summary>
    public required string AddOn { get; init; }

    /// <summary>Gets or sets which one of that name in the generation's life: 1, and the next after one that failed or was ended.</summary>
    public int Ordinal { get; set; } = 1;

    /// <summary>Gets what the customer pays; null when that is not to be kept.</summary>
    public SoldPrice? Sold { get; init; }
}
