namespace Kontor.Api.Purchasing;

/// <summary>What is sold, as the billing system calls it. Its source comes from the API key, never from a request.</summary>
public sealed record SubjectRequest
{
    /// <summary>Gets <c>service</c> or <c>addon</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets its id there: 1 to 64 letters, digits, <c>-</c>, <c>_</c>, <c>.</c> or <c>:</c>.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Gets what tells this sale from another under the same id.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }
}
