namespace Kontor.Api.Operations;

/// <summary>Why an operation does not go on.</summary>
public sealed record OperationProblem
{
    /// <summary>Gets the stable name of the problem, listed in docs/reference/problems.md.</summary>
    public required string Code { get; init; }

    /// <summary>Gets one sentence for a person.</summary>
    public required string? Detail { get; init; }
}
