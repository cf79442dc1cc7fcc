namespace Kontor.Contabo.Tags;

/// <summary>Narrows the list of tags.</summary>
/// <remarks>Source: retrieveTagList.</remarks>
public sealed record TagFilter
{
    /// <summary>Gets a part of the name.</summary>
    public string? Name { get; init; }
}
