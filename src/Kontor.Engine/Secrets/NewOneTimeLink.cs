using Kontor.Engine.Common;

namespace Kontor.Engine.Secrets;

/// <summary>A secret that is to be shown once.</summary>
/// <param name="Source">The source whose secret it is.</param>
/// <param name="Purpose">What the secret is, for the one who opens the link: up to 200 characters, such as "Password of root on web 1".</param>
/// <param name="Value">The secret.</param>
/// <param name="ExpiresAt">From when on it is shown to nobody.</param>
public sealed record NewOneTimeLink(string Source, string Purpose, SecretText Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Gets the operation that made the secret; by it the link is asked for.</summary>
    public OperationId? OperationId { get; init; }

    public SubjectId? SubjectId { get; init; }

    public ResourceId? ResourceId { get; init; }
}
