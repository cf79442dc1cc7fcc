using Kontor.Engine.Common;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.Change;

/// <summary>What keeps a change from being accepted or sent, whoever's it is, and how often it is looked after.</summary>
internal static class ChangeRules
{
    /// <summary>What its own kind refuses, and what every kind must heed: when it is accepted, and again before it is sent.</summary>
    public static async Task<Problem?> RefusalAsync(UnitOfWork unit, InstanceChange change, ChangeScene scene) =>
        await change.RefusalAsync(unit, scene)
        ?? (change.Destroys ? await ProtectionRules.RefusalAsync(unit, scene.Resource, ProtectionKind.Rebuild) : null)
        // What ends is used until its end, if that was wished; nothing more is bought for it.
        ?? (change.Repetition == Repetition.Paid && await TerminateOf.FindAsync(unit, scene.Resource) is not null ? ComputeProblems.Terminating() : null);

    /// <summary>What is under way on a machine and keeps other changes from it; a move that waits for the provider's staff does not.</summary>
    public static async Task<Operation?> BusyAsync(DataConnection db, ResourceId resource) =>
        (await OperationStore.AllUnderWayAsync(db, resource)).Find(operation =>
            operation.Type != $"instance.{RegionChange.RegionChange.ChangeName}" || operation.State != ChangeStates.Table.NameOf(ChangeState.Verifying));

    /// <summary>A machine whose sale is suspended or ends is left alone.</summary>
    public static async Task<Problem?> RefusalAsync(UnitOfWork unit, Resource resource) =>
        await SuspensionOf(unit, resource) is { Suspended: true }
            ? ComputeProblems.Suspended()
            : await TerminatingAsync(unit, resource);

    /// <summary>A machine that is locked and only runs out its paid term is left alone.</summary>
    public static async Task<Problem?> TerminatingAsync(UnitOfWork unit, Resource resource) =>
        await TerminateOf.IsLockedAsync(unit, resource) ? ComputeProblems.Terminating() : null;

    /// <summary>The suspension of what a machine serves; null when there never was one.</summary>
    public static async Task<Suspension?> SuspensionOf(UnitOfWork unit, Resource resource) => resource.SubjectId is { } subject
        ? await SuspensionStore.FindAsync(unit, subject, resource.Generation ?? 1)
        : null;

    /// <summary>How long to wait until what had no effect is sent anew; null when it is not.</summary>
    public static TimeSpan? Insistence(InstanceChange change, int attempt) => change.Insistence * (1 << Math.Clamp(attempt - 1, 0, 5));

    /// <summary>When to look again: what did not happen within seconds happens within minutes or hours, so the longer it took, the rarer.</summary>
    public static TimeSpan Pause(Operation operation, DateTimeOffset now, TimeSpan shortest, TimeSpan longest)
    {
        var waited = (now - operation.UpdatedAt) / 2;
        return waited < shortest ? shortest : waited < longest ? waited : longest;
    }
}
