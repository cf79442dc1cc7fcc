using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>The wish to end a subject's machine with its paid term.</summary>
public sealed record TerminateRequest
{
    /// <summary>Gets which machine of the subject; never another one's.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets what the subject was sold as.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }
}
