using System.Text;

namespace Kontor.Contabo.Secrets;

/// <summary>A secret to store.</summary>
/// <remarks>Source: createSecret.</remarks>
public sealed record CreateSecretRequest
{
    /// <summary>Gets its name, 1 to 255 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its value, at least 8 characters; Contabo has rules for passwords. It is not printed.</summary>
    public required string Value { get; init; }

    /// <summary>Gets what it holds.</summary>
    public required SecretType Type { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{Name}, {Type}");
        return true;
    }
}
