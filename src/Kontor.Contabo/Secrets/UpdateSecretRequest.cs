using System.Text;

namespace Kontor.Contabo.Secrets;

/// <summary>A change of a secret; what is null stays as it is.</summary>
/// <remarks>Source: updateSecret.</remarks>
public sealed record UpdateSecretRequest
{
    /// <summary>Gets the new name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the new value, at least 8 characters. It is not printed.</summary>
    public string? Value { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Name);
        return true;
    }
}
