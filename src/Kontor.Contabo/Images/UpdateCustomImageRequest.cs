namespace Kontor.Contabo.Images;

/// <summary>A change of a custom image; what is null stays as it is.</summary>
/// <remarks>Source: updateImage.</remarks>
public sealed record UpdateCustomImageRequest
{
    /// <summary>Gets the new name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the new description.</summary>
    public string? Description { get; init; }
}
