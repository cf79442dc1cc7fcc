using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>The wish that an add-on end for its client.</summary>
public sealed record EndAddOnRequest
{
    /// <summary>Gets which machine of the subject.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets what the subject was sold as.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }
}
