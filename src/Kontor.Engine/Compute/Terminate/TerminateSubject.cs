using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>The wish to end a subject's machine at the end of its term.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it; never another one's.</param>
/// <param name="Fingerprint">What it was sold as.</param>
/// <param name="Source">The caller's source; null when the caller sees all.</param>
public sealed record TerminateSubject(SubjectId Subject, int Generation, Fingerprint Fingerprint, string? Source);
