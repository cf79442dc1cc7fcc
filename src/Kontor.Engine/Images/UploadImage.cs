using Kontor.Engine.Catalog;
using Kontor.Engine.Common;

namespace Kontor.Engine.Images;

/// <summary>The wish that Contabo fetch an image for a client.</summary>
/// <param name="Subject">A subject of the client that a machine serves: the image stands on that machine's account.</param>
/// <param name="Name">The readable part of its name.</param>
/// <param name="Url">The direct link; a part of it may be secret, so it is kept sealed until it was sent.</param>
/// <param name="OsType">The family of its system.</param>
/// <param name="Version">Its version, such as <c>12.5</c>.</param>
/// <param name="Source">The source whose subjects the caller may touch; null for all.</param>
public sealed record UploadImage(SubjectId Subject, string Name, string Url, OsType OsType, string Version, string? Source)
{
    /// <summary>Gets what else is to be said of it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how large the file is, in MiB, by which it is judged before anything is sent; null when nobody knows.</summary>
    public long? SizeMib { get; init; }
}

/// <summary>The wish that an image be called or described otherwise; what is null stays.</summary>
public sealed record DescribeImage(ImageId Image, string? Name, string? Description, string? Source);

/// <summary>The wish that an image be deleted.</summary>
public sealed record DeleteImage(ImageId Image, string? Source);

/// <summary>An accepted wish: the image, and the operation that carries it out.</summary>
public sealed record AcceptedImage(CustomImage Image, Operations.Operation Operation);
