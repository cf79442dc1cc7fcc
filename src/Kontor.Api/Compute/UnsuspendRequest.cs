using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>The wish that a subject's machine be suspended no longer.</summary>
public sealed record UnsuspendRequest
{
    /// <summary>Gets which machine of the subject.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets what the subject was sold as.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }

    /// <summary>Gets which suspension is lifted; another kind that stands keeps the machine off; <c>unpaid</c> when left out.</summary>
    public SuspensionKind Kind { get; init; }
}
