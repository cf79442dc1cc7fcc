using System.Text;
using Kontor.Engine.Common;

namespace Kontor.Engine.Secrets;

/// <summary>The file of the key that wraps all data keys: 32 random bytes in base64, for its owner's eyes only.</summary>
internal static class KeyFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads a key that is there, or makes one where nothing was sealed yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayCreate">Whether nothing is lost by a new key.</param>
    /// <param name="ids">Where a new key's bytes come from.</param>
    /// <exception cref="KeyFileException">It cannot or must not be used; the message is one sentence with the cure.</exception>
    public static KeyEncryptionKey Open(string path, bool mayCreate, IIdSource ids)
    {
        try
        {
            if (!File.Exists(path))
            {
                Create(path, mayCreate, ids);
            }

            return ReadPrivate(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, refused);
        }
    }

    /// <summary>Reads a key that is there.</summary>
    /// <exception cref="KeyFileException">It cannot or must not be used; the message is one sentence with the cure.</exception>
    public static KeyEncryptionKey Read(string path)
    {
        try
        {
            return ReadPrivate(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, refused);
        }
    }

    /// <summary>Copies a key file to a place where none is; one that is there is the same key.</summary>
    public static void Copy(string from, string to)
    {
        if (!File.Exists(to))
        {
            PrivateFile.Replace(to, file => file.Write(File.ReadAllBytes(from)));
        }
    }

    private static void Create(string path, bool mayCreate, IIdSource ids)
    {
        if (!mayCreate)
        {
            throw new KeyFileException(
                $"The key file {path} is missing and the database has secrets that only its key opens: put the file back from its copy, "
                + "or set Secrets:KeyFile (KONTOR_KEY_FILE) to where it is.");
        }

        PrivateFile.CreateFolder(Path.GetDirectoryName(path)!);
        // Written aside and moved: a process that dies here must not leave half a key, and no other's key is overwritten.
        var aside = $"{path}.{ids.NewId()}";
        using (var file = PrivateFile.Create(aside, FileMode.CreateNew))
        {
            file.Write(NewKey(ids));
            file.Flush(flushToDisk: true);
        }

        MoveUnlessThere(aside, path);
    }

    private static byte[] NewKey(IIdSource ids)
    {
        Span<byte> key = stackalloc byte[KeyEncryptionKey.Length];
        ids.Fill(key);
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + "\n");
    }

    private static void MoveUnlessThere(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
        }
        catch (IOException) when (File.Exists(to))
        {
            // Another Kontor of this user made it first, and both use that one.
            File.Delete(from);
        }
    }

    private static void RequirePrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & Others) != 0)
        {
            throw new KeyFileException(
                $"The key file {path} is open to other users (mode {Convert.ToString((int)mode, 8)}): run 'chmod 600 {path}', "
                + "and think about who may have read it.");
        }
    }

    private static KeyFileException Unusable(string path, Exception refused) => new(
        $"The key file {path} cannot be used ({refused.Message.TrimEnd('.')}): correct its place and owner, "
        + "or set Secrets:KeyFile (KONTOR_KEY_FILE) to another file.");

    private static KeyEncryptionKey ReadPrivate(string path)
    {
        RequirePrivate(path);
        var text = File.ReadAllText(path).Trim();
        Span<byte> key = stackalloc byte[KeyEncryptionKey.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length == KeyEncryptionKey.Length
            ? new KeyEncryptionKey(key)
            : throw new KeyFileException(
                $"The key file {path} does not hold a key, which is {KeyEncryptionKey.Length} bytes in base64: put it back from its copy; "
                + "only where no secret was ever sealed, delete it and a new one is made.");
    }
}
