using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>The wish that a subject's machine be suspended, or no longer.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it.</param>
/// <param name="Fingerprint">What it was sold as.</param>
/// <param name="Suspended">Whether it is to be suspended.</param>
/// <param name="Source">The caller's source; null when the caller sees all.</param>
public sealed record SuspendSubject(SubjectId Subject, int Generation, Fingerprint Fingerprint, bool Suspended, string? Source)
{
    /// <summary>Gets for what it is to be suspended, or which suspension is to be lifted: only that one is.</summary>
    public SuspensionKind Kind { get; init; }

    /// <summary>Gets why, in the words of whoever wishes; up to 200 characters.</summary>
    public string? Reason { get; init; }
}
