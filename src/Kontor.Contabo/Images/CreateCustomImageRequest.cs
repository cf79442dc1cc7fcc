namespace Kontor.Contabo.Images;

/// <summary>A custom image, which Contabo fetches from an address.</summary>
/// <remarks>Source: createCustomImage.</remarks>
public sealed record CreateCustomImageRequest
{
    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the direct link to an .iso or .qcow2 file.</summary>
    public required string Url { get; init; }

    /// <summary>Gets the family of its operating system.</summary>
    public required ImageOsType OsType { get; init; }

    /// <summary>Gets its version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }
}
