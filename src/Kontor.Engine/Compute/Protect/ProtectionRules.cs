using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Protect;

/// <summary>The one rule of protections: whoever would end a machine or lose its disk asks here, in the transaction that decides.</summary>
internal static class ProtectionRules
{
    /// <summary>Why it may not be done; null when it may.</summary>
    public static async Task<Problem?> RefusalAsync(UnitOfWork unit, Resource resource, ProtectionKind kind)
    {
        var protection = await ProtectionStore.OfAsync(unit, resource.Id);
        var stands = kind == ProtectionKind.Delete ? protection.Delete : protection.Rebuild;
        return stands ? ComputeProblems.Protected(resource.Id, kind) : null;
    }
}
