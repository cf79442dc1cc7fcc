using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Whether somebody wished a machine's contract to end, and what that means for whoever uses it.</summary>
internal static class TerminateOf
{
    /// <summary>The terminate of the generation that the machine serves; null when there is none.</summary>
    public static async Task<Operation?> FindAsync(UnitOfWork unit, Resource resource)
    {
        if (resource.SubjectId is not { } id || await SubjectStore.FindAsync(unit, id) is not { } subject)
        {
            return null;
        }

        return await OperationStore.FindByKeyAsync(unit, subject.Key.Of(resource.Generation ?? subject.Generation, TerminateInstanceFlow.Action));
    }

    /// <summary>How the generation that the machine serves ends; null when nobody wished that it does.</summary>
    public static Task<Termination?> TerminationAsync(UnitOfWork unit, Resource resource) => resource.SubjectId is { } id
        ? TerminationStore.FindAsync(unit, id, resource.Generation ?? 1)
        : Task.FromResult<Termination?>(null);

    /// <summary>Whether it is terminated and nobody uses it any more.</summary>
    public static async Task<bool> IsLockedAsync(UnitOfWork unit, Resource resource) =>
        await FindAsync(unit, resource) is not null && await TerminationAsync(unit, resource) is not { LockedAt: null };
}
