namespace Kontor.Contabo.Tags;

/// <summary>A new tag.</summary>
/// <remarks>Source: createTag.</remarks>
public sealed record CreateTagRequest
{
    /// <summary>Gets its name: 1 to 255 letters, digits, colons, dashes and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its color, 4 to 7 characters such as <c>#0A78C3</c>.</summary>
    public required string Color { get; init; }

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }
}
