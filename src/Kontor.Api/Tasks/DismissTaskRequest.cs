namespace Kontor.Api.Tasks;

/// <summary>Word that nothing needs doing.</summary>
public sealed record DismissTaskRequest
{
    /// <summary>Gets why: 1 to 500 characters on one line.</summary>
    public required string Reason { get; init; }
}
