namespace Kontor.Contabo.Secrets;

/// <summary>Narrows the list of secrets.</summary>
/// <remarks>Source: retrieveSecretList.</remarks>
public sealed record SecretFilter
{
    /// <summary>Gets a part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the type.</summary>
    public SecretType? Type { get; init; }
}
