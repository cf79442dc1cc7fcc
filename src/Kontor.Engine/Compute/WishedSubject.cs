using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute;

/// <summary>The subject that a wish is about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SoldAs">What the caller says that it was sold as.</param>
/// <param name="Source">The source whose subjects the caller may touch; null for all.</param>
/// <param name="Actor">Who wishes.</param>
internal sealed record WishedSubject(SubjectId Id, Fingerprint SoldAs, string? Source, Actor Actor)
{
    /// <summary>Finds it, as the caller may see it. Under another sale's fingerprint nothing is done, and a person is told.</summary>
    public async Task<Result<Subject>> FindAsync(UnitOfWork unit, FindingStore findings)
    {
        var subject = await SubjectStore.FindAsync(unit, Id);
        if (subject is null || (Source is not null && subject.Source != Source) || !Sight.Sees(Actor, subject))
        {
            return PurchasingProblems.SubjectNotFound();
        }

        if (subject.Fingerprint != SoldAs)
        {
            await findings.RaiseAsync(unit, SubjectFindings.ForeignFingerprint(subject, SoldAs));
            return PurchasingProblems.FingerprintMismatch(subject.Key);
        }

        return subject;
    }
}
