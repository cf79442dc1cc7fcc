namespace Kontor.Engine.Common.Events;

/// <summary>Something that happened, written to the outbox in the transaction that made it true.</summary>
/// <param name="SubjectId">The subject it is about, if any.</param>
public abstract record DomainEvent(string? SubjectId);

/// <summary>An operation changed its state; <paramref name="Status"/> is the state on the wire.</summary>
public sealed record OperationMoved(
    string OperationId, string Type, string State, string Status, string? SubjectId, string? ProblemCode) : DomainEvent(SubjectId);

/// <summary>An operation waits for a person; said when it begins to, and daily until it moves.</summary>
public sealed record AttentionNeeded(
    string OperationId, string Type, string State, string? SubjectId, string? ProblemCode) : DomainEvent(SubjectId);

/// <summary>A machine was bought and its id is known.</summary>
public sealed record InstanceBought(
    string? SubjectId, int Generation, string ResourceId, string Account, long ProviderInstanceId) : DomainEvent(SubjectId);

/// <summary>The end of a contract was read back from the provider.</summary>
public sealed record ContractEndConfirmed(
    string? SubjectId, int Generation, string ResourceId, DateOnly PaidUntil) : DomainEvent(SubjectId);

/// <summary>A resource is gone from the provider, seen in enough complete lists.</summary>
public sealed record ResourceGone(string? SubjectId, string ResourceId, bool Expected) : DomainEvent(SubjectId);

/// <summary>Something needs a person's eye.</summary>
public sealed record FindingRaised(string? SubjectId, string FindingId, string Kind) : DomainEvent(SubjectId);

/// <summary>A person is needed for something.</summary>
public sealed record TaskOpened(string? SubjectId, string TaskId, string Kind) : DomainEvent(SubjectId);

/// <summary>A task was done or dismissed, or its cause is gone.</summary>
public sealed record TaskClosed(string? SubjectId, string TaskId, string Kind, string Status) : DomainEvent(SubjectId);

/// <summary>A task is open past its deadline; said when it passes, and daily until it is closed.</summary>
public sealed record TaskOverdue(string? SubjectId, string TaskId, string Kind, DateTimeOffset DeadlineAt) : DomainEvent(SubjectId);
