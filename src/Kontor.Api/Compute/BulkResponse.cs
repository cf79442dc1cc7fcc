using Kontor.Api.Operations;

namespace Kontor.Api.Compute;

/// <summary>One wish for many machines, and how far it is.</summary>
public sealed record BulkResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what is done with each machine.</summary>
    public required string Action { get; init; }

    /// <summary>Gets how many are under way at a time, at the most.</summary>
    public required int Limit { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required BulkState State { get; init; }

    /// <summary>Gets how many machines are in which state.</summary>
    public required BulkCounts Counts { get; init; }

    /// <summary>Gets the machines, in the order they were given.</summary>
    public required IReadOnlyList<BulkItemResponse> Items { get; init; }

    /// <summary>Gets when it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets since when nothing is under way; null while something is.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>How many machines are in which state.</summary>
public sealed record BulkCounts
{
    /// <summary>Gets how many wait for a slot.</summary>
    public required int Waiting { get; init; }

    /// <summary>Gets how many are under way.</summary>
    public required int Running { get; init; }

    /// <summary>Gets how many succeeded.</summary>
    public required int Succeeded { get; init; }

    /// <summary>Gets how many were refused or failed.</summary>
    public required int Failed { get; init; }

    /// <summary>Gets how many had not begun when it was stopped.</summary>
    public required int Stopped { get; init; }
}

/// <summary>One machine of a wish for many.</summary>
public sealed record BulkItemResponse
{
    /// <summary>Gets the machine's id, as it was given.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required BulkItemState State { get; init; }

    /// <summary>Gets which try it is, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Gets its operation; null before it has one.</summary>
    public required string? OperationId { get; init; }

    /// <summary>Gets why it was refused or failed; null when it did not.</summary>
    public required OperationProblem? Problem { get; init; }
}
