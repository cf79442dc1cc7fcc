namespace Kontor.Api.Tasks;

/// <summary>Word that a task was done.</summary>
public sealed record TaskDoneRequest
{
    /// <summary>Gets what came of it: 1 to 500 characters on one line.</summary>
    public required string Outcome { get; init; }
}
