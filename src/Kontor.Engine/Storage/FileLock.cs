namespace Kontor.Engine.Storage;

/// <summary>Whether a file could not be opened because another process, or another part of this one, has it for itself.</summary>
internal static class FileLock
{
    /// <summary>EWOULDBLOCK, which .NET reports when another process holds the lock.</summary>
    private const int LockedOnLinux = 11;

    /// <summary>EWOULDBLOCK again, under the number it has there.</summary>
    private const int LockedOnMac = 35;

    /// <summary>ERROR_SHARING_VIOLATION, the same on Windows.</summary>
    private const int LockedOnWindows = unchecked((int)0x80070020);

    public static bool IsHeld(IOException refused) => refused.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows;
}
