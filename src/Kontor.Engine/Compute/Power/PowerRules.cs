using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Power;

/// <summary>What keeps a wish about power from being accepted or sent, whoever's it is, and how often it is looked after.</summary>
internal static class PowerRules
{
    /// <summary>Judges a customer's wish.</summary>
    public static async Task<Problem?> RefusalAsync(UnitOfWork unit, Resource resource, PowerAction action)
    {
        var suspended = await SuspensionOf(unit, resource) is { Suspended: true };
        if (suspended)
        {
            return action == PowerAction.Stop ? null : ComputeProblems.Suspended();
        }

        return await TerminateOf.FindAsync(unit, resource) is null ? null : ComputeProblems.Terminating();
    }

    /// <summary>Judges an accepted wish just before it is sent: the seller's yields to a newer one of the seller's alone.</summary>
    public static async Task<Problem?> RefusalAsync(UnitOfWork unit, Operation operation, Resource resource, PowerAction action)
    {
        if (!PowerActions.IsSellers(TypeOf(operation)))
        {
            return await RefusalAsync(unit, resource, action);
        }

        return (await SuspensionOf(unit, resource))?.OperationId == operation.Id ? null : ComputeProblems.Superseded();
    }

    /// <summary>When to look again: what did not happen within seconds happens within minutes or hours, so the longer it took, the rarer.</summary>
    public static TimeSpan Pause(Operation operation, DateTimeOffset now, TimeSpan shortest, TimeSpan longest)
    {
        var waited = (now - operation.UpdatedAt) / 2;
        return waited < shortest ? shortest : waited < longest ? waited : longest;
    }

    private static PowerAction TypeOf(Operation operation) =>
        Enum.GetValues<PowerAction>().Single(action => PowerActions.TypeOf(action) == operation.Type);

    private static async Task<Suspension?> SuspensionOf(UnitOfWork unit, Resource resource) => resource.SubjectId is { } subject
        ? await SuspensionStore.FindAsync(unit, subject, resource.Generation ?? 1)
        : null;
}
