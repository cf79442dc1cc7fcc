using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>Stops a machine again that is suspended or terminated, and was started or put into rescue outside Kontor.</summary>
public sealed class KeepStopped(
    Database database, SuspensionStore suspensions, ChangeStore changes, InstanceChanges kinds, TimeProvider clock, ComputeOptions options)
{
    private static readonly Actor Sweep = Actor.Kontor("sweep");

    /// <summary>What of the provider's words means that somebody can use the machine, and how it came to that.</summary>
    private static readonly Dictionary<InstanceStatus, string> Used = new()
    {
        [InstanceStatus.Running] = "was started",
        [InstanceStatus.Rescue] = "was put into rescue",
    };

    /// <summary>Reads what is to be off, once for a whole sweep.</summary>
    public Task<KeptOff> ReadAsync(CancellationToken cancellationToken) => KeptOff.ReadAsync(database, suspensions, cancellationToken);

    /// <summary>Compares what the provider says with what is wished; a machine on which something is under way is left to that.</summary>
    public async Task CompareAsync(Resource resource, Instance seen, KeptOff keptOff, CancellationToken cancellationToken)
    {
        // Looked at before a write is begun: a sweep writes nothing where nothing is to be done.
        if (seen.Status is { } status
            && Used.TryGetValue(status, out var how)
            && keptOff.Has(resource)
            && await database.ReadAsync(db => IsDueAsync(db, resource.Id, clock.GetUtcNow()), cancellationToken))
        {
            await database.WriteAsync("suspend.started_outside", unit => StopAsync(unit, resource, how), cancellationToken);
        }
    }

    /// <summary>Whether nothing is under way; and what just failed is not sent again at every look.</summary>
    private async Task<bool> IsDueAsync(DataConnection db, ResourceId resource, DateTimeOffset now) =>
        await ChangeRules.BusyAsync(db, resource) is null
        && !(await OperationStore.NewestAsync(db, resource) is { Status: "failed" } failed && failed.UpdatedAt + options.PowerDeadline > now);

    private async Task StopAsync(UnitOfWork unit, Resource resource, string how)
    {
        if (await IsDueAsync(unit.Db, resource.Id, unit.Now) && await ReasonAsync(unit, resource) is { } reason)
        {
            await changes.OpenAsync(unit, new NewChange(
                kinds[PowerActions.NameOf(reason.Action)], resource, Sweep, $"It is {reason.Word} and {how} outside Kontor: it is stopped again.")
            {
                AuditAction = "suspend.stopped_again",
                AuditDetail = new { Instance = resource.Id.Value },
            });
        }
    }

    private static async Task<(PowerAction Action, string Word)?> ReasonAsync(UnitOfWork unit, Resource resource) =>
        await TerminateOf.TerminationAsync(unit, resource) is { LockedAt: not null } ? (PowerAction.TerminateStop, "terminated")
        : await ChangeRules.SuspensionOf(unit, resource) is { Suspended: true } ? (PowerAction.Stop, "suspended")
        : null;
}
