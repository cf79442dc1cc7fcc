using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>Stops a suspended machine again that somebody started outside Kontor.</summary>
public sealed class KeepStopped(Database database, ChangeStore changes, InstanceChanges kinds, TimeProvider clock, ComputeOptions options)
{
    private static readonly Actor Sweep = Actor.Kontor("sweep");

    /// <summary>Compares what the provider says with what is wished; a machine on which something is under way is left to that.</summary>
    public async Task CompareAsync(
        Resource resource, Instance seen, IReadOnlySet<(SubjectId Subject, int Generation)> suspended, CancellationToken cancellationToken)
    {
        // Looked at before a write is begun: a sweep writes nothing where nothing is to be done.
        if (seen.Status == InstanceStatus.Running
            && resource is { SubjectId: { } subject, Generation: { } generation }
            && suspended.Contains((subject, generation))
            && await database.ReadAsync(db => IsDueAsync(db, resource.Id, clock.GetUtcNow()), cancellationToken))
        {
            await database.WriteAsync("suspend.started_outside", unit => StopAsync(unit, resource, subject, generation), cancellationToken);
        }
    }

    /// <summary>Whether nothing is under way; and what just failed is not sent again at every look.</summary>
    private async Task<bool> IsDueAsync(DataConnection db, ResourceId resource, DateTimeOffset now) =>
        await ChangeRules.BusyAsync(db, resource) is null
        && !(await OperationStore.NewestAsync(db, resource) is { Status: "failed" } failed && failed.UpdatedAt + options.PowerDeadline > now);

    private async Task StopAsync(UnitOfWork unit, Resource resource, SubjectId subject, int generation)
    {
        if (await SuspensionStore.FindAsync(unit, subject, generation) is not { Suspended: true } || !await IsDueAsync(unit.Db, resource.Id, unit.Now))
        {
            return;
        }

        await changes.OpenAsync(unit, new NewChange(
            kinds[PowerActions.NameOf(PowerAction.Stop)], resource, Sweep, "It is suspended and was started outside Kontor: it is stopped again.")
        {
            AuditAction = "suspend.stopped_again",
            AuditDetail = new { Instance = resource.Id.Value },
        });
    }
}
