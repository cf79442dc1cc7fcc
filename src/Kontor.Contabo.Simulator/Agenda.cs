using Kontor.Contabo.Simulator.Audits;

namespace Kontor.Contabo.Simulator;

/// <summary>Something due at an instant.</summary>
internal abstract record AgendaItem;

/// <summary>An instance has a step, a charge or its end ahead.</summary>
internal sealed record InstanceEvent(long InstanceId) : AgendaItem;

/// <summary>A snapshot is deleted, by a call or by its age.</summary>
internal sealed record SnapshotEvent(long InstanceId, string SnapshotId) : AgendaItem;

/// <summary>A custom image is downloaded.</summary>
internal sealed record ImageEvent(Guid ImageId) : AgendaItem;

internal sealed record LateAudit(AuditRow Row) : AgendaItem;

/// <summary>A request that was on its way while its caller gave up.</summary>
internal sealed record LateRequest(CloudRequest Request, string Account) : AgendaItem;

/// <summary>What is due next, in order of time and then of entry; nothing is ever scanned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<AgendaItem, (DateTimeOffset At, long Sequence)> _queue = new();
    private long _sequence;

    public DateTimeOffset? NextAt => _queue.TryPeek(out _, out var priority) ? priority.At : null;

    /// <summary>Late rows and requests, with their instants; all other events follow from what they are about.</summary>
    public IEnumerable<(DateTimeOffset At, AgendaItem Item)> Late =>
        _queue.UnorderedItems.Where(entry => entry.Element is LateAudit or LateRequest)
            .OrderBy(entry => entry.Priority).Select(entry => (entry.Priority.At, entry.Element));

    public void Add(DateTimeOffset at, AgendaItem item) => _queue.Enqueue(item, (at, ++_sequence));

    public bool TryTake(DateTimeOffset now, out DateTimeOffset at, out AgendaItem item)
    {
        if (_queue.TryPeek(out item!, out var priority) && priority.At <= now)
        {
            _queue.Dequeue();
            at = priority.At;
            return true;
        }

        at = default;
        return false;
    }
}
