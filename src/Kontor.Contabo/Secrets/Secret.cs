using System.Text;

namespace Kontor.Contabo.Secrets;

/// <summary>A password or a public SSH key kept at Contabo, for orders to refer to by number.</summary>
/// <remarks>Source: retrieveSecret, retrieveSecretList, createSecret.</remarks>
public sealed record Secret : ContaboResource
{
    /// <summary>Gets its number.</summary>
    public long? SecretId { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what it holds.</summary>
    public SecretType? Type { get; init; }

    /// <summary>Gets its value; only when one secret is read by number. It is not printed.</summary>
    public string? Value { get; init; }

    /// <summary>Gets when it was stored.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append($"{SecretId}, {Name}, {Type}");
        return true;
    }
}
