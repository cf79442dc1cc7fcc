using Kontor.Contabo.Simulator.Audits;

namespace Kontor.Contabo.Simulator;

/// <summary>Something due at an instant.</summary>
internal abstract record AgendaItem;

/// <summary>An instance has a step, a charge or its end ahead.</summary>
internal sealed record InstanceEvent(long InstanceId) : AgendaItem;

internal sealed record LateAudit(AuditRow Row) : AgendaItem;

/// <summary>A request that was on its way while its caller gave up.</summary>
internal sealed record LateRequest(CloudRequest Request, string Account) : AgendaItem;

/// <summary>What is due next, in order of time and then of entry; nothing is ever scanned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<AgendaItem, (DateTimeOffset At, long Sequence)> _queue = new();
    private long _sequence;

    public DateTimeOffset? NextAt => _queue.TryPeek(out _, out var priority) ? priority.At : null;

    /// <summary>Late rows and requests, with their instants; instance events follow from the instances.</summary>
    public IEnumerable<(DateTimeOffset At, AgendaItem Item)> Late =>
        _queue.UnorderedItems.Where(entry => entry.Element is not InstanceEvent)
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
