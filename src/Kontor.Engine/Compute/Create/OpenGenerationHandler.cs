using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Create;

/// <summary>Opens the next generation of a subject: only a person does, and only after a confirmed terminate.</summary>
public sealed class OpenGenerationHandler(Database database)
{
    /// <summary>Opens it, or says why not.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Subject>> HandleAsync(SubjectId id, string? source, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.OpenGeneration) is { } refused
            ? refused
            : await database.WriteAsync("subject.open_generation", unit => OpenAsync(unit, id, source, actor), cancellationToken);

    private static async Task<Result<Subject>> OpenAsync(UnitOfWork unit, SubjectId id, string? source, Actor actor)
    {
        var subject = await SubjectStore.FindAsync(unit, id);
        if (subject is null || (source is not null && subject.Source != source) || !Sight.Sees(actor, subject))
        {
            return PurchasingProblems.SubjectNotFound();
        }

        var terminate = await OperationStore.FindByKeyAsync(unit, subject.Key.Of(subject.Generation, TerminateInstanceFlow.Action));
        if (terminate is null || TerminateInstanceFlow.StateOf(terminate) != TerminateInstanceState.Succeeded)
        {
            return PurchasingProblems.GenerationStillOpen(subject.Key, subject.Generation);
        }

        if (!await SubjectStore.TryOpenGenerationAsync(unit, subject))
        {
            return ComputeProblems.MovedMeanwhile();
        }

        await AuditTrail.AppendAsync(unit, actor, "subject.generation_opened", id.Value, new { Generation = subject.Generation + 1 });
        return subject with { Generation = subject.Generation + 1 };
    }
}
