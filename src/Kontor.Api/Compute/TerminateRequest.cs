using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>The wish to end a subject's machine.</summary>
public sealed record TerminateRequest
{
    /// <summary>Gets which machine of the subject; never another one's.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets what the subject was sold as.</summary>
    public required SubjectFingerprint Fingerprint { get; init; }

    /// <summary>Gets the day it is to end, in Berlin; null for the end of its paid term. Contabo moves a day before that to it.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Gets whether it is stopped and locked at once, the usual; else its customer has it until it ends.</summary>
    public bool Stop { get; init; } = true;

    /// <summary>Gets how many days after it was stopped it is wiped, up to 365; 0 for never, null for what the installation's settings say.</summary>
    public int? RetentionDays { get; init; }
}
