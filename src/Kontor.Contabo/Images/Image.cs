using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Images;

/// <summary>An image to install an instance from: one of Contabo's, or a custom one.</summary>
/// <remarks>Source: retrieveImage, retrieveImageList.</remarks>
public sealed record Image : ContaboResource
{
    /// <summary>Gets its UUID.</summary>
    public string? ImageId { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets where a custom image was fetched from.</summary>
    public string? Url { get; init; }

    /// <summary>Gets its size in MB.</summary>
    public decimal? SizeMb { get; init; }

    /// <summary>Gets how much of it has arrived, in MB.</summary>
    public decimal? UploadedSizeMb { get; init; }

    /// <summary>Gets the family of its operating system.</summary>
    public ImageOsType? OsType { get; init; }

    /// <summary>Gets its version.</summary>
    public string? Version { get; init; }

    /// <summary>Gets its file format.</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>Gets its state, a free text such as <c>downloaded</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets what went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets a value indicating whether it is one of Contabo's.</summary>
    public bool? StandardImage { get; init; }

    /// <summary>Gets when it was registered.</summary>
    public DateTimeOffset? CreationDate { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public DateTimeOffset? LastModifiedDate { get; init; }

    /// <summary>Gets its tags; only in lists.</summary>
    [JsonConverter(typeof(LenientListConverter<AssignedTag>))]
    public IReadOnlyList<AssignedTag>? Tags { get; init; }
}
