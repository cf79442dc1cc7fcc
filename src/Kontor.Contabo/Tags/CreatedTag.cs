namespace Kontor.Contabo.Tags;

/// <summary>The answer to the creation of a tag.</summary>
/// <remarks>Source: createTag.</remarks>
public sealed record CreatedTag : ContaboResource
{
    /// <summary>Gets its number; never null in an answer this client hands out.</summary>
    public long? TagId { get; init; }
}
