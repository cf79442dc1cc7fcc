using System.Buffers;

namespace Kontor.Contabo.Http;

/// <summary>Reads a body to its end, or to a limit, whichever comes first.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 8 * 1024;

    /// <summary>Pages of lists are read into memory that is used again; what carries a token is smaller, and never is.</summary>
    private const int SmallestRented = 16 * 1024;

    /// <summary>Reads at most <paramref name="limit"/> bytes; the flag says whether that was all.</summary>
    public static async Task<(BufferedContent Body, bool IsWhole)> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var announced = content.Headers.ContentLength;
        var size = FirstSize(announced, limit);
        var isRented = size >= SmallestRented;
        var buffer = isRented ? ArrayPool<byte>.Shared.Rent(size) : new byte[size];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            // The transport sees to it that no more comes than was announced, so the end need not be waited for.
            if (read == 0 || length > limit || length == announced)
            {
                return (new BufferedContent(buffer, Math.Min(length, limit), isRented), length <= limit);
            }

            if (length == buffer.Length)
            {
                // What was rented is left to the collector: a body longer than announced is no case to save memory for.
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
                isRented = false;
            }
        }
    }

    // An announcement is never trusted beyond the limit; a body announced as empty still needs a byte to be read into.
    private static int FirstSize(long? announced, int limit) => (int)Math.Clamp(announced ?? FirstBuffer, 1, limit + 1L);
}
