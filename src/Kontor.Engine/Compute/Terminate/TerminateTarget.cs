using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>What a terminate is aimed at, from our own rows: the machine allocated to that subject's generation and no other.</summary>
/// <param name="Resource">The machine; null when there is none.</param>
/// <param name="Purchase">The operation that buys it; null for an adopted machine.</param>
/// <param name="UnderWay">Whether that purchase still may touch it or bring one.</param>
public sealed record TerminateTarget(Resource? Resource, Operation? Purchase, bool UnderWay)
{
    /// <summary>Finds the target inside a transaction.</summary>
    public static async Task<TerminateTarget> FindAsync(UnitOfWork unit, Operation terminate)
    {
        var subject = (await SubjectStore.FindAsync(unit, terminate.SubjectId))!;
        var purchase = await OperationStore.FindByKeyAsync(unit, subject.Key.Of(terminate.Generation, OrderInstanceHandler.Action));
        var allocated = await SaleStore.AllocatedAsync(unit, terminate.SubjectId, terminate.Generation);
        var resource = allocated is { } id ? await ResourceStore.GetAsync(unit, id) : null;
        return new TerminateTarget(resource, purchase, purchase is not null && IsUnderWay(CreateInstanceFlow.StateOf(purchase)));
    }

    private static bool IsUnderWay(CreateInstanceState state) => state is
        CreateInstanceState.Submitting or CreateInstanceState.Uncertain or CreateInstanceState.Parked
        or CreateInstanceState.Provisioning or CreateInstanceState.Marking;
}
