using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>The wish that a subject's machine be suspended, or no longer.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it.</param>
/// <param name="Fingerprint">What it was sold as.</param>
/// <param name="Suspended">Whether it is to be suspended.</param>
/// <param name="Reason">Why, in the billing system's words; up to 200 characters.</param>
/// <param name="Source">The caller's source; null when the caller sees all.</param>
public sealed record SuspendSubject(SubjectId Subject, int Generation, Fingerprint Fingerprint, bool Suspended, string? Reason, string? Source);
