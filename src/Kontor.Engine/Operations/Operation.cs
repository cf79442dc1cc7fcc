using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Operations;

/// <summary>A durable operation: the row is the truth, whoever works on it and whatever dies meanwhile.</summary>
[Table("operation")]
public sealed record Operation
{
    [Column("id"), PrimaryKey]
    public OperationId Id { get; init; }

    [Column("type")]
    public required string Type { get; init; }

    /// <summary>Gets what makes the operation unique for as long as its subject lives.</summary>
    [Column("key")]
    public required string Key { get; init; }

    /// <summary>Gets the state by name; the table of the operation's type says what it means.</summary>
    [Column("state")]
    public required string State { get; init; }

    /// <summary>Gets the state as it looks from outside, by name.</summary>
    [Column("status")]
    public required string Status { get; init; }

    /// <summary>Gets how many intents were saved so far; every guard compares it together with the state.</summary>
    [Column("attempt")]
    public int Attempt { get; init; }

    /// <summary>Gets the installation or key the subject belongs to.</summary>
    [Column("source")]
    public required string Source { get; init; }

    [Column("subject_id")]
    public SubjectId SubjectId { get; init; }

    [Column("generation")]
    public int Generation { get; init; }

    [Column("account")]
    public AccountId Account { get; init; }

    [Column("resource_id")]
    public ResourceId? ResourceId { get; init; }

    [Column("actor")]
    public required string Actor { get; init; }

    /// <summary>Gets when a worker should look at it again; null when only an event or a person moves it.</summary>
    [Column("due_at")]
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets when the present state has lasted too long.</summary>
    [Column("deadline_at")]
    public DateTimeOffset? DeadlineAt { get; init; }

    [Column("lease_owner")]
    public string? LeaseOwner { get; init; }

    [Column("lease_until")]
    public DateTimeOffset? LeaseUntil { get; init; }

    [Column("problem_code")]
    public string? ProblemCode { get; init; }

    [Column("problem_detail")]
    public string? ProblemDetail { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }
}
