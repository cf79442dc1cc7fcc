using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Whether somebody wished a machine's contract to end.</summary>
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
}
