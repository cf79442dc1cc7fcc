using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>What a terminate means at once: the machine is stopped, nobody uses it any more, and what its customer held is void.</summary>
public sealed class LockSubject(ChangeStore changes, InstanceChanges kinds, IEnumerable<ISubjectEnded> others, ComputeOptions options)
{
    private const string Stop = "terminate_stop";
    private static readonly Actor Worker = Actor.Kontor("compute");

    /// <summary>From when on a machine that is locked now is to be wiped; null for never.</summary>
    public DateTimeOffset? WipeAt(TerminateSubject request, DateTimeOffset now) =>
        (request.RetentionDays is { } days ? TimeSpan.FromDays(days) : options.WipeAfter) is var retention && retention > TimeSpan.Zero
            ? now + retention
            : null;

    /// <summary>Locks it, in the transaction that says so.</summary>
    public async Task LockAsync(UnitOfWork unit, EndedSubject ended)
    {
        await AuditTrail.AppendAsync(unit, ended.Actor, "subject.locked", ended.Subject.Id.Value, new { ended.Generation, Instance = ended.Resource?.Id.Value });
        unit.Publish(new SubjectLocked(ended.Subject.Id.Value, ended.Generation, ended.Resource?.Id.Value));
        foreach (var other in others)
        {
            await other.EndAsync(unit, ended);
        }

        await StopAsync(unit, ended);
    }

    /// <summary>Has a locked machine stopped that was still being bought when it was locked; what is to be stopped already is left to that.</summary>
    public async Task EnsureStoppedAsync(UnitOfWork unit, Operation terminate, Resource machine)
    {
        if (await TerminationStore.FindAsync(unit, terminate.SubjectId, terminate.Generation) is { LockedAt: not null })
        {
            var subject = (await SubjectStore.FindAsync(unit, terminate.SubjectId))!;
            await StopAsync(unit, new EndedSubject(subject, terminate.Generation, machine, Worker));
        }
    }

    private async Task StopAsync(UnitOfWork unit, EndedSubject ended)
    {
        var key = ended.Subject.Key.Of(ended.Generation, Stop);
        if (ended.Resource is { State: Resource.Present } machine && await OperationStore.FindByKeyAsync(unit, key) is null)
        {
            await changes.OpenAsync(unit, new NewChange(
                kinds[PowerActions.NameOf(PowerAction.TerminateStop)], machine, ended.Actor, "It is terminated: its machine is stopped and stays off.")
            {
                Key = key,
            });
        }
    }
}
