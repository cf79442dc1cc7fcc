using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Wipe;

/// <summary>When a machine may be wiped: asked when a wipe is opened, and again in the transaction before it is sent.</summary>
internal static class WipeRules
{
    /// <summary>Why it may not be wiped; null when it may: it is the machine in our row, for that generation, and that one has ended.</summary>
    public static async Task<Problem?> RefusalAsync(UnitOfWork unit, Resource resource)
    {
        var termination = await TerminateOf.TerminationAsync(unit, resource);
        var contract = await ContractStore.FindAsync(unit, resource.Id);
        return termination is { LockedAt: not null, WipeAt: { } at }
            && at <= unit.Now
            && CanEverBe(resource)
            && contract?.CancelDate is { } end
            && end > ContractTerm.DayOf(unit.Now)
            && await SaleStore.AllocatedAsync(unit, termination.SubjectId, termination.Generation) == resource.Id
            ? null
            : ComputeProblems.NotToBeWiped();
    }

    /// <summary>What was adopted is never wiped: Kontor did not make what is on it.</summary>
    public static bool CanEverBe(Resource resource) => resource is { Origin: Resource.Bought, State: Resource.Present, Marker: not null };

    /// <summary>Whether what the provider says is the machine we mean, and lasts longer than today.</summary>
    public static bool IsTheMachine(Resource resource, InstanceRow seen, DateTimeOffset now) =>
        resource.Marker is { } marker
        && Marker.In(seen.DisplayName)?.Value == marker
        && seen.CancelDate is { } end
        && end > ContractTerm.DayOf(now);

    /// <summary>Whether nothing else goes on in it.</summary>
    public static bool IsSettled(InstanceRow seen) =>
        seen.Status is { } status && new[] { InstanceStatus.Running, InstanceStatus.Stopped, InstanceStatus.Rescue, InstanceStatus.Error }.Contains(new InstanceStatus(status));
}
