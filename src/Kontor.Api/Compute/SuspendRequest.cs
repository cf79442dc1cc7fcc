using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>The wish that a subject's machine be suspended.</summary>
public sealed record SuspendRequest
{
    /// <summary>Gets which machine of the subject.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets what the subject was sold as.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }

    /// <summary>Gets why, up to 200 characters; null to say nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets for what; <c>unpaid</c> when left out.</summary>
    public SuspensionKind Kind { get; init; }
}
