using Kontor.Engine.Catalog;
using Kontor.Engine.Common;

namespace Kontor.Engine.Images;

/// <summary>What the fields of a custom image must look like, before anything is looked up.</summary>
internal static class ImageFields
{
    public const int LongestName = 100;
    public const int LongestDescription = 255;
    private const int LongestVersion = 50;
    private const int LongestUrl = 2048;
    private const long LargestMib = 10_000_000;
    private static readonly string[] Endings = [".iso", ".qcow2"];

    /// <summary>The first thing wrong with an upload; null when nothing is.</summary>
    public static Problem? Check(UploadImage upload) =>
        CheckName(upload.Name)
        ?? CheckDescription(upload.Description)
        ?? CheckUrl(upload.Url)
        ?? (IsPlain(upload.Version, LongestVersion)
            ? null
            : ImageProblems.Field("version", $"version is 1 to {LongestVersion} letters, digits, blanks, '-', '_' and '.'."))
        ?? (upload.SizeMib is null or (>= 1 and <= LargestMib)
            ? null
            : ImageProblems.Field("sizeMib", $"sizeMib is how large the file is, from 1 to {LargestMib} MiB; leave it out when you do not know."))
        ?? (upload.OsType == OsType.Windows ? ImageProblems.Windows() : null);

    /// <summary>Checks the readable part of a name.</summary>
    public static Problem? CheckName(string name) =>
        !IsPlain(name, LongestName)
            ? ImageProblems.Field("name", $"name is 1 to {LongestName} letters, digits, blanks, '-', '_' and '.', with a letter or digit at each end.")
            : name.Split(' ').Any(word => Marker.In(word) is not null)
                ? ImageProblems.Field("name", "name contains a word that looks like one of Kontor's markers (k- and twelve characters): change it.")
                : null;

    /// <summary>Checks a description; null and empty are none.</summary>
    public static Problem? CheckDescription(string? description) =>
        description is null || (description.Length <= LongestDescription && PlainText.Is(description) && !description.Any(char.IsSurrogate))
            ? null
            : ImageProblems.Field("description", $"description is at most {LongestDescription} characters, without line breaks and emoji.");

    /// <summary>A link as it is shown and kept in clear: what follows the path may be a signature.</summary>
    public static string ShownUrl(string url) => new Uri(url).GetLeftPart(UriPartial.Path);

    private static Problem? CheckUrl(string url)
    {
        if (url.Length > LongestUrl || !url.All(letter => letter is > ' ' and <= '~')
            || !Uri.TryCreate(url, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http") || link.Host.Length == 0)
        {
            return ImageProblems.Field("url", $"url is a direct link that begins with https:// or http://, at most {LongestUrl} visible ASCII characters.");
        }

        // Contabo keeps links and shows them to whoever may see the account.
        return link.UserInfo.Length > 0 ? ImageProblems.Field("url", "url has a user name or password in it, which Contabo would keep and show: use a link that needs none, or a signed one that runs out.")
            : link.Fragment.Length > 0 ? ImageProblems.Field("url", "url has a '#': leave it and what follows it out.")
            : Endings.Any(ending => link.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? null
            : ImageProblems.Field("url", "url leads to no .iso or .qcow2 file: its path must end so, because Contabo takes no other images.");
    }

    private static bool IsPlain(string text, int longest) =>
        text.Length is > 0 && text.Length <= longest
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.')
        && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
}
