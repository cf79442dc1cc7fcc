namespace Kontor.Api.Tasks;

/// <summary>Something a person must do.</summary>
public sealed record TaskResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what sort of task it is, such as <c>operation_needs_attention</c> or <c>finding</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets what it is about, such as the operation's or the finding's id; of one kind, one task about it is open.</summary>
    public required string About { get; init; }

    /// <summary>Gets the line for a list.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what to do, in one or two sentences.</summary>
    public required string Detail { get; init; }

    /// <summary>Gets what happens if nobody acts.</summary>
    public required string Consequence { get; init; }

    /// <summary>Gets by when it should be done; from then on it is announced daily.</summary>
    public required DateTimeOffset DeadlineAt { get; init; }

    /// <summary>Gets who looks after it; null for nobody.</summary>
    public required string? Assignee { get; init; }

    /// <summary>Gets whether it still waits for somebody.</summary>
    public required TaskState Status { get; init; }

    /// <summary>Gets the source that sees it besides the staff; null for the staff alone.</summary>
    public required string? Source { get; init; }

    /// <summary>Gets the subject it concerns.</summary>
    public required string? SubjectId { get; init; }

    /// <summary>Gets the instance it concerns.</summary>
    public required string? InstanceId { get; init; }

    /// <summary>Gets the operation it concerns.</summary>
    public required string? OperationId { get; init; }

    /// <summary>Gets what came of it, or why nothing needed doing; null while it is open.</summary>
    public required string? Outcome { get; init; }

    /// <summary>Gets who closed it: the id of an API key, or the part of Kontor that saw its cause gone.</summary>
    public required string? DoneBy { get; init; }

    /// <summary>Gets when it was closed; null while it is open.</summary>
    public required DateTimeOffset? DoneAt { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when anything of it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
