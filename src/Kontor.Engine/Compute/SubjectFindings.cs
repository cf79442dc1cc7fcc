using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute;

/// <summary>Findings about subjects.</summary>
internal static class SubjectFindings
{
    /// <summary>An id came back with another sale's fingerprint.</summary>
    public static NewFinding ForeignFingerprint(Subject subject, Fingerprint presented) => new(
        FindingKind.FingerprintMismatch,
        $"{subject.Source}/{subject.Kind}/{subject.ExternalId}",
        $"{subject.Kind} {subject.ExternalId} of '{subject.Source}' came with client {presented.Client}, order {presented.Order}, product {presented.Product}, "
            + $"registered {presented.RegisteredOn:yyyy-MM-dd}; it was sold as client {subject.Fingerprint.Client}, order {subject.Fingerprint.Order}, "
            + $"product {subject.Fingerprint.Product}, registered {subject.Fingerprint.RegisteredOn:yyyy-MM-dd}. Was the billing system restored or re-installed?",
        SubjectId: subject.Id);
}
