using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>Whatever is to be off now: what is suspended, and what is terminated and locked while its machine still stands.</summary>
public sealed class KeptOff
{
    private readonly HashSet<(SubjectId Subject, int Generation)> _suspended;
    private readonly Dictionary<(SubjectId Subject, int Generation), Termination> _terminated;

    private KeptOff(HashSet<(SubjectId Subject, int Generation)> suspended, Dictionary<(SubjectId Subject, int Generation), Termination> terminated) =>
        (_suspended, _terminated) = (suspended, terminated);

    /// <summary>Reads it.</summary>
    public static async Task<KeptOff> ReadAsync(Database database, SuspensionStore suspensions, CancellationToken cancellationToken)
    {
        var terminated = await database.ReadAsync(
            db => (from termination in TerminationStore.Locked(db)
                   join resource in db.GetTable<Resource>()
                       on new { Subject = (SubjectId?)termination.SubjectId, Generation = (int?)termination.Generation }
                       equals new { Subject = resource.SubjectId, resource.Generation }
                   where resource.State == Resource.Present
                   select termination).ToListAsync(cancellationToken),
            cancellationToken);
        return new KeptOff(
            await suspensions.SuspendedAsync(cancellationToken), terminated.DistinctBy(KeyOf).ToDictionary(KeyOf));
    }

    /// <summary>Gets the subjects some machine of which is to be off.</summary>
    public IReadOnlyCollection<SubjectId> Subjects => field ??= [.. _suspended.Concat(_terminated.Keys).Select(key => key.Subject).Distinct()];

    /// <summary>Whether a machine is to be off.</summary>
    public bool Has(Resource resource) => KeyOf(resource) is { } key && (_suspended.Contains(key) || _terminated.ContainsKey(key));

    /// <summary>How a machine's generation ends; null when it is not locked.</summary>
    public Termination? TerminationOf(Resource resource) => KeyOf(resource) is { } key ? _terminated.GetValueOrDefault(key) : null;

    private static (SubjectId Subject, int Generation) KeyOf(Termination termination) => (termination.SubjectId, termination.Generation);

    private static (SubjectId Subject, int Generation)? KeyOf(Resource resource) =>
        resource is { SubjectId: { } subject, Generation: { } generation } ? (subject, generation) : null;
}
