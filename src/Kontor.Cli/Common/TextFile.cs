namespace Kontor.Cli.Common;

/// <summary>Reads a text that a person keeps in a file.</summary>
internal static class TextFile
{
    /// <summary>No text that Kontor takes is longer; a disk image given by mistake is not read.</summary>
    private const long MostBytes = 64 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CliException">It cannot be read, or is no short text.</exception>
    public static async Task<string> ReadAsync(string path, string option, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path).Length > MostBytes
                ? throw new CliException(ExitCode.Usage, $"{path} is larger than 64 KiB: {option} takes a short text.")
                : await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Usage, $"{option}: {path} cannot be read: {unreadable.Message}");
        }
    }
}
