namespace Kontor.Contabo.Images;

/// <summary>Narrows the list of images.</summary>
/// <remarks>Source: retrieveImageList.</remarks>
public sealed record ImageFilter
{
    /// <summary>Gets a name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets whether Contabo's own images are wanted, or custom ones.</summary>
    public bool? StandardImage { get; init; }

    /// <summary>Gets words looked for in name and operating system.</summary>
    public string? Search { get; init; }

    /// <summary>Gets the order, such as <c>name:ASC</c>.</summary>
    public IReadOnlyCollection<string>? OrderBy { get; init; }
}
