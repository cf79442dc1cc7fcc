using System.Text;

namespace Kontor.Api.Images;

/// <summary>The wish that Contabo fetch an image for the client of a subject.</summary>
public sealed record UploadImageRequest
{
    /// <summary>Gets a subject of the client that a machine serves: the image stands on that machine's account.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets its name: 1 to 100 letters, digits, blanks, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the direct link to an <c>.iso</c> or <c>.qcow2</c> file. What follows its path may be a signature, so the whole is
    /// kept sealed until it was sent and not printed; a user name or password in it is refused.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Gets the family of its system.</summary>
    public required ImageOsType OsType { get; init; }

    /// <summary>Gets the version of its system, such as <c>12.5</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Gets or sets what else is to be said of it, at most 255 characters.</summary>
    /// <value>Default null: nothing.</value>
    public string? Description { get; set; }

    /// <summary>Gets or sets how large the file is, in MiB, by which it is judged before anything is sent.</summary>
    /// <value>Default null: not known.</value>
    public long? SizeMib { get; set; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{Name} for {SubjectId}");
        return true;
    }
}
