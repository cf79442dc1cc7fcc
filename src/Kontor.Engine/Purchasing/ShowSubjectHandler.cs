using Kontor.Engine.Common;

namespace Kontor.Engine.Purchasing;

/// <summary>Shows one subject; another source's is answered exactly like an absent one.</summary>
public sealed class ShowSubjectHandler(SubjectStore subjects)
{
    /// <summary>Shows it.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<Subject>> HandleAsync(SubjectId id, string? source, CancellationToken cancellationToken)
    {
        var subject = await subjects.FindAsync(id, cancellationToken);
        return subject is null || (source is not null && subject.Source != source) ? PurchasingProblems.SubjectNotFound() : subject;
    }
}
