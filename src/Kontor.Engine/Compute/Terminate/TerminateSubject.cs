using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>The wish to end a subject's machine.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it; never another one's.</param>
/// <param name="Fingerprint">What it was sold as.</param>
/// <param name="Source">The caller's source; null when the caller sees all.</param>
public sealed record TerminateSubject(SubjectId Subject, int Generation, Fingerprint Fingerprint, string? Source)
{
    /// <summary>Gets the day it is to end, in Berlin; null for the end of its paid term, before which none ends.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Gets whether it is stopped and locked at once; else its customer has it until it ends.</summary>
    public bool Stop { get; init; } = true;

    /// <summary>Gets how many days after it was stopped it is wiped; 0 for never, null for what the settings say.</summary>
    public int? RetentionDays { get; init; }
}
