namespace Kontor.Api.Secrets;

/// <summary>A link that shows a secret once. Whoever opens it and presses its button has the secret: give it to one person.</summary>
/// <remarks>Not a record, so that no log line prints the link by printing this.</remarks>
public sealed class RevealLinkResponse
{
    /// <summary>Gets the path of the link below the address at which Kontor is reached; it is told here and nowhere else.</summary>
    public required string Path { get; init; }

    /// <summary>Gets what the secret is.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets from when on the secret is shown to nobody.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
