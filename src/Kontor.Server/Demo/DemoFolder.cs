using Kontor.Engine.Storage;

namespace Kontor.Server.Demo;

/// <summary>Where the demo keeps database and logs.</summary>
/// <param name="Path">The folder.</param>
/// <param name="IsTemporary">Whether the demo made it, and takes it away when all went well.</param>
internal sealed record DemoFolder(string Path, bool IsTemporary)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens a folder, or makes a new one among the temporary files.</summary>
    /// <param name="path">The folder; null for a new one.</param>
    /// <param name="orders">How many orders it must have room for.</param>
    /// <exception cref="DemoRefusedException">It holds a database that the demo must not touch.</exception>
    public static DemoFolder Open(string? path, int orders)
    {
        if (path is null)
        {
            return new DemoFolder(Temporary(orders), IsTemporary: true);
        }

        var folder = Made(path);
        var database = System.IO.Path.Combine(folder.Path, "kontor.db");
        return DatabaseOwner.IsSimulated(database) == false
            ? throw new DemoRefusedException($"{database} is not a database of a simulated installation, and the demo touches no other: name another folder with --data.")
            : folder;
    }

    /// <summary>Takes a temporary folder away.</summary>
    public void Leave()
    {
        if (IsTemporary)
        {
            Directory.Delete(Path, recursive: true);
            // Not there yet when the demo was interrupted early.
            if (Directory.Exists(KeyFolderOf(Path)))
            {
                Directory.Delete(KeyFolderOf(Path), recursive: true);
            }
        }
    }

    /// <summary>Where the key of a folder's secrets is kept: beside it, because it must not be inside.</summary>
    public static string KeyFolderOf(string folder) => System.IO.Path.TrimEndingDirectorySeparator(folder) + "-key";

    private static string Temporary(int orders)
    {
        var made = Directory.CreateTempSubdirectory("kontor-demo-").FullName;
        if (!OperatingSystem.IsLinux() || MemoryFolder.For(orders) is not { } memory)
        {
            return made;
        }

        // The name was free among the temporary files and is nobody's to guess: it serves in memory too.
        Directory.Delete(made);
        return Directory.CreateDirectory(System.IO.Path.Combine(memory, System.IO.Path.GetFileName(made)), OwnerOnly).FullName;
    }

    private static DemoFolder Made(string path)
    {
        try
        {
            return new DemoFolder(Directory.CreateDirectory(path).FullName, IsTemporary: false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DemoRefusedException($"{path} cannot be made ({refused.Message.TrimEnd('.')}): name another folder with --data.");
        }
    }
}
