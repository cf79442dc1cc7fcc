namespace Kontor.Api.Storage;

/// <summary>Whether the server works.</summary>
public sealed record HealthResponse
{
    /// <summary>Gets <c>live</c> or <c>ready</c>.</summary>
    public required string Status { get; init; }
}
