using Kontor.Engine.Common.Events;
using LinqToDB.Data;

namespace Kontor.Engine.Storage;

/// <summary>One write transaction: everything done through it becomes true together, or not at all.</summary>
public sealed class UnitOfWork
{
    private readonly List<DomainEvent> _events = [];
    private readonly List<Action> _afterCommit = [];

    internal UnitOfWork(DataConnection db, DateTimeOffset now) => (Db, Now) = (db, now);

    /// <summary>Gets the one instant at which all of this transaction happens.</summary>
    public DateTimeOffset Now { get; }

    internal DataConnection Db { get; }

    internal IReadOnlyList<DomainEvent> Events => _events;

    /// <summary>Publishes an event: it is written to the outbox by this transaction.</summary>
    public void Publish(DomainEvent happened) => _events.Add(happened);

    /// <summary>Runs after the commit, in this process only: for wake-ups, never for anything that must not be lost.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    internal void RunAfterCommit() => _afterCommit.ForEach(action => action());
}
