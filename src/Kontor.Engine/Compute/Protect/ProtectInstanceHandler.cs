using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Protect;

/// <summary>What a machine is to be protected from.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Delete">Whether a terminate is refused.</param>
/// <param name="Rebuild">Whether whatever loses its disk is refused.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record ProtectInstance(ResourceId Instance, bool Delete, bool Rebuild, string? Source);

/// <summary>Protects a machine, or no longer. It is a state that is wished: the same again changes nothing.</summary>
public sealed class ProtectInstanceHandler(Database database)
{
    /// <summary>Sets the protection, or says why not.</summary>
    public async Task<Result<Protection>> HandleAsync(ProtectInstance request, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.Protect) is { } refused
            ? refused
            : await database.WriteAsync("protection.set", unit => SetAsync(unit, request, actor), cancellationToken);

    private static async Task<Result<Protection>> SetAsync(UnitOfWork unit, ProtectInstance request, Actor actor)
    {
        if (await ResourceStore.FindAsync(unit, request.Instance) is not { Source: { } source } resource
            || (request.Source is not null && source != request.Source)
            || !await Sight.SeesAsync(unit.Db, actor, source, resource.SubjectId))
        {
            return ComputeProblems.InstanceNotFound();
        }

        var before = await ProtectionStore.OfAsync(unit, resource.Id);
        var wished = before with { Delete = request.Delete, Rebuild = request.Rebuild };
        if (wished == before)
        {
            return before;
        }

        if (await RefusalAsync(unit, resource, before, wished) is { } refused)
        {
            return refused;
        }

        await ProtectionStore.PutAsync(unit, wished with { ChangedAt = unit.Now });
        await AuditTrail.AppendAsync(unit, actor, "instance.protected", resource.Id.Value, new { request.Delete, request.Rebuild });
        return wished;
    }

    /// <summary>What ends already cannot be protected from its end any more.</summary>
    private static async Task<Problem?> RefusalAsync(UnitOfWork unit, Resource resource, Protection before, Protection wished) =>
        resource.State == Resource.Gone ? ComputeProblems.InstanceGone()
        : wished.Delete && !before.Delete && await TerminateOf.FindAsync(unit, resource) is not null ? ComputeProblems.Terminating()
        : null;
}
