using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Compute.Wipe;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute;

/// <summary>Reads for a list of machines why their customers can do nothing with them, and when they are to be wiped.</summary>
public sealed class InstanceLocks(SuspensionStore suspensions, TerminationStore terminations)
{
    /// <summary>Reads it for some machines.</summary>
    /// <returns>What holds for each, from the machine and the end of its contract.</returns>
    public async Task<Func<Resource, DateOnly?, InstanceLock>> ReadAsync(IEnumerable<Resource> resources, CancellationToken cancellationToken)
    {
        var subjects = resources.Select(resource => resource.SubjectId).OfType<SubjectId>().Distinct().ToList();
        var ended = (await terminations.OfAsync(subjects, cancellationToken)).ToDictionary(row => (row.SubjectId, row.Generation));
        var suspended = (await suspensions.StandingAsync(subjects, cancellationToken)).ToLookup(row => (row.SubjectId, row.Generation), row => row.Kind);
        return (resource, end) =>
        {
            if (resource is not { SubjectId: { } subject, Generation: { } generation })
            {
                return new InstanceLock(null, null);
            }

            var termination = ended.GetValueOrDefault((subject, generation));
            return new InstanceLock(
                LockReasons.Of(termination?.LockedAt is not null, [.. suspended[(subject, generation)]]), WipeAt(resource, termination, end));
        };
    }

    /// <summary>What ends before is wiped by nobody.</summary>
    private static DateTimeOffset? WipeAt(Resource resource, Termination? termination, DateOnly? end) =>
        termination?.WipeAt is { } at && WipeRules.CanEverBe(resource) && !(end <= ContractTerm.DayOf(at)) ? at : null;
}

/// <summary>Why a machine's customer can do nothing with it, and from when on it is to be wiped or was.</summary>
public sealed record InstanceLock(LockReason? Reason, DateTimeOffset? WipeAt);
