using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>What was asked of machines' plans after they were bought.</summary>
internal static class PlanChanges
{
    /// <summary>Whether a machine has a plan because its plan was to be changed into that: by a change that waits, or by the last that was done.</summary>
    public static async Task<bool> WasAskedForAsync(UnitOfWork unit, Resource resource, string plan)
    {
        var changes = await OperationStore.OfTypeAsync(unit, resource.Id, PlanChangeFlow.TypeName);
        var counting = changes.Where(change => change.Status == "needs_attention").Concat(changes.Where(change => change.Status == "succeeded").Take(1));
        foreach (var change in counting)
        {
            if ((await ChangeWish.FindAsync(unit.Db, change.Id))?.Read<SealedPlanChange>().Offer.Plan == plan)
            {
                return true;
            }
        }

        return false;
    }
}
