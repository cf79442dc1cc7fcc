namespace Kontor.Contabo.Tags;

/// <summary>A change of a tag; what is null stays as it is.</summary>
/// <remarks>Source: updateTag.</remarks>
public sealed record UpdateTagRequest
{
    /// <summary>Gets the new name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the new color.</summary>
    public string? Color { get; init; }

    /// <summary>Gets the new description.</summary>
    public string? Description { get; init; }
}
