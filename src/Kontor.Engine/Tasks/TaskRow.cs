using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Tasks;

/// <summary>Something a person must do: by when, and what happens if nobody does.</summary>
[Table("task")]
public sealed record TaskRow
{
    /// <summary>Nobody has dealt with it yet.</summary>
    public const string Open = "open";

    /// <summary>It was done, or its cause is gone.</summary>
    public const string Done = "done";

    /// <summary>A person judged that nothing needs doing.</summary>
    public const string Dismissed = "dismissed";

    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    /// <summary>Gets what sort of task it is, in snake case.</summary>
    [Column("kind")]
    public required string Kind { get; init; }

    /// <summary>Gets what it is about, the same text each time; of one kind, one task about it is open.</summary>
    [Column("about")]
    public required string About { get; init; }

    /// <summary>Gets kind and about while it is open, which no two tasks share; null afterwards.</summary>
    [Column("open_key")]
    public string? OpenKey { get; init; }

    [Column("title")]
    public required string Title { get; init; }

    /// <summary>Gets what to do, in one or two sentences.</summary>
    [Column("detail")]
    public required string Detail { get; init; }

    /// <summary>Gets what happens if nobody acts.</summary>
    [Column("consequence")]
    public required string Consequence { get; init; }

    [Column("deadline_at")]
    public DateTimeOffset DeadlineAt { get; init; }

    /// <summary>Gets when it is said next that it is overdue.</summary>
    [Column("announce_at")]
    public DateTimeOffset AnnounceAt { get; init; }

    /// <summary>Gets who looks after it: an API key's id, or a name of the staff's own choice; null for nobody.</summary>
    [Column("assignee")]
    public string? Assignee { get; init; }

    [Column("status")]
    public required string Status { get; init; }

    /// <summary>Gets the source that may see it; null for staff alone.</summary>
    [Column("source")]
    public string? Source { get; init; }

    [Column("subject_id")]
    public SubjectId? SubjectId { get; init; }

    [Column("resource_id")]
    public ResourceId? ResourceId { get; init; }

    [Column("operation_id")]
    public OperationId? OperationId { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }

    [Column("done_at")]
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Gets who closed it: the id of the actor.</summary>
    [Column("done_by")]
    public string? DoneBy { get; init; }

    /// <summary>Gets what came of it, or why nothing needed doing.</summary>
    [Column("outcome")]
    public string? Outcome { get; init; }

    /// <summary>The key that an open task takes.</summary>
    public static string KeyOf(string kind, string about) => $"{kind}/{about}";
}
