namespace Kontor.Api.Purchasing;

/// <summary>How the client of a subject is reached.</summary>
public sealed record ContactRequest
{
    /// <summary>Gets one e-mail address; null to forget the one there is.</summary>
    public required string? Email { get; init; }
}
