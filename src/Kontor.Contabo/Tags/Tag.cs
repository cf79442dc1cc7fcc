namespace Kontor.Contabo.Tags;

/// <summary>A tag, to be put on resources.</summary>
/// <remarks>Source: retrieveTag, retrieveTagList.</remarks>
public sealed record Tag : ContaboResource
{
    /// <summary>Gets its number.</summary>
    public long? TagId { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its color, such as <c>#0A78C3</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }
}
