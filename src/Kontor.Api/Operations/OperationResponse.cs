namespace Kontor.Api.Operations;

/// <summary>Work that takes longer than a request.</summary>
public sealed record OperationResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets what it does: <c>instance.create</c>, <c>instance.terminate</c>, <c>instance.start</c>, <c>instance.stop</c>,
    /// <c>instance.restart</c>, <c>instance.shutdown</c>, <c>instance.suspend</c> or <c>instance.unsuspend</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required OperationStatus Status { get; init; }

    /// <summary>Gets the exact state within its type, for people.</summary>
    public required string State { get; init; }

    /// <summary>Gets how many times something was sent to the provider for it, refused attempts included.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets the subject it is about.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the subject's generation it is about.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets the Contabo account it works on, by its name in the settings.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the instance it works on; null until there is one.</summary>
    public required string? InstanceId { get; init; }

    /// <summary>Gets why it stands where it stands, when that is not where it should.</summary>
    public required OperationProblem? Problem { get; init; }

    /// <summary>Gets what happened, oldest first; null in lists.</summary>
    public required IReadOnlyList<OperationStepResponse>? Steps { get; init; }

    /// <summary>Gets when the present state has lasted too long; null when it has no limit.</summary>
    public required DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>Gets when Kontor takes it up next; null when it does not by itself.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets when it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when its state last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is over, one way or the other.</summary>
    public bool IsFinished() => Status is OperationStatus.Succeeded or OperationStatus.Failed or OperationStatus.Cancelled;
}
