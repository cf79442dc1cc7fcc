namespace Kontor.Engine.Common;

/// <summary>Files and folders for their owner's eyes only.</summary>
internal static class PrivateFile
{
    /// <summary>What its owner may do with it, and nobody else.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file to write that nobody else may read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode"><see cref="FileMode.CreateNew"/>, or <see cref="FileMode.Create"/> to begin one of that name anew.</param>
    public static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Puts a file in place at once: a process that dies here leaves the old one or the new one, on the disk and whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    public static void Replace(string path, Action<Stream> write)
    {
        var aside = path + ".part";
        using (var file = Create(aside, FileMode.Create))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <summary>Makes a folder for its owner's eyes only, with those above it; one that is there stays as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
