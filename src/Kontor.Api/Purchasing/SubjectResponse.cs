namespace Kontor.Api.Purchasing;

/// <summary>A thing that was sold: one service or addon of one source.</summary>
public sealed record SubjectResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the source of the key through which it came.</summary>
    public required string Source { get; init; }

    /// <summary>Gets <c>service</c> or <c>addon</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets its id in the billing system.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Gets what it was sold as, sealed with the first order.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }

    /// <summary>Gets the present generation, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets when Kontor first heard of it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
