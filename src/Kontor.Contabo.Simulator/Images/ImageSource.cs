using System.Globalization;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Images;

/// <summary>What stands behind a link. Nothing is fetched: the size follows from the link, or stands in it as sizeMb=NUMBER.</summary>
internal sealed record ImageSource(string Format, long SizeMb)
{
    private static readonly string[] Formats = ["iso", "qcow2"];

    /// <summary>Null when the link does not lead straight to an image.</summary>
    public static ImageSource? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var link) || link.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var format = Formats.FirstOrDefault(one => link.AbsolutePath.EndsWith($".{one}", StringComparison.OrdinalIgnoreCase));
        return format is null ? null : new ImageSource(format, SizeOf(link));
    }

    private static long SizeOf(Uri link) =>
        long.TryParse(new QueryValues(link.Query).Get("sizeMb"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : 500 + (long)(StableHash.Of(0, link.AbsoluteUri) % 1500);
}
