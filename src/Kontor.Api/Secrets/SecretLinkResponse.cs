namespace Kontor.Api.Secrets;

/// <summary>A secret that a machine had, without the secret and without its link.</summary>
public sealed record SecretLinkResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the operation that made it.</summary>
    public required string? OperationId { get; init; }

    /// <summary>Gets what it is.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets when it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets from when on it is shown to nobody.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets when it was shown; null when it was not.</summary>
    public required DateTimeOffset? UsedAt { get; init; }
}
