namespace Kontor.Server.Demo;

/// <summary>Where temporary files live in memory, if anywhere.</summary>
/// <remarks>
/// A thousand lives are some thirty thousand transactions that wait for the disk one after the other. That is right for a
/// shop, and half of the time for a demo whose database is thrown away.
/// </remarks>
internal static class MemoryFolder
{
    private const string Path = "/dev/shm";
    private const long Base = 100_000_000;
    private const long PerOrder = 200_000;

    /// <summary>Finds it, when it has room for so many orders.</summary>
    public static string? For(int orders)
    {
        try
        {
            return Directory.Exists(Path) && new DriveInfo(Path).AvailableFreeSpace > Base + (orders * PerOrder) ? Path : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Then the disk does it.
            return null;
        }
    }
}
