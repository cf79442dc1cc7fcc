namespace Kontor.Contabo.Images;

/// <summary>The answer to the registration or change of a custom image.</summary>
/// <remarks>Source: createCustomImage, updateImage.</remarks>
public sealed record CreatedImage : ContaboResource
{
    /// <summary>Gets its UUID; never null in an answer this client hands out.</summary>
    public string? ImageId { get; init; }
}
