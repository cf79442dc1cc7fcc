namespace Kontor.Api.Tasks;

/// <summary>Who is to look after a task.</summary>
public sealed record AssignTaskRequest
{
    /// <summary>Gets an API key's id or another name of 1 to 100 characters; null for nobody.</summary>
    public required string? Assignee { get; init; }
}
