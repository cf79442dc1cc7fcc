using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Purchasing;

/// <summary>Shows subjects; another source's or client's are answered exactly like absent ones.</summary>
public sealed class ShowSubjectHandler(SubjectStore subjects)
{
    /// <summary>Shows one subject.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<Subject>> HandleAsync(SubjectId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.View) is { } refused)
        {
            return refused;
        }

        return await subjects.FindAsync(id, cancellationToken) is { } subject && Sight.Sees(actor, subject) ? subject : PurchasingProblems.SubjectNotFound();
    }

    /// <summary>Lists subjects, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<Subject>> ListAsync(Actor actor, string? before, int limit, CancellationToken cancellationToken) =>
        subjects.ListAsync(actor, before, limit, cancellationToken);
}
