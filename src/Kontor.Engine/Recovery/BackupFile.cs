using System.IO.Compression;
using System.Security.Cryptography;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Recovery;

/// <summary>The form of a backup on the disk: the header in clear, then the database, compressed and sealed in chunks.</summary>
internal static class BackupFile
{
    private const string Purpose = "kontor backup";
    private const int BufferLength = 1 << 20;

    /// <summary>Writes a backup aside and puts it in its place once it was read back and is what it should be.</summary>
    /// <param name="path">The backup; there must be none of that name.</param>
    /// <param name="database">A file that nobody writes to.</param>
    /// <param name="header">What the backup says of itself.</param>
    /// <param name="key">The key to seal it with.</param>
    /// <exception cref="BackupException">It cannot be written, or what was read back differs.</exception>
    public static void Write(string path, string database, BackupHeader header, KeyEncryptionKey key)
    {
        var aside = path + ".part";
        try
        {
            WriteSealed(aside, database, header, key);
            Read(aside, new KeyInMemory(key), Stream.Null);
            File.Move(aside, path, overwrite: false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be written ({refused.Message.TrimEnd('.')}): make room there, or name another place.", refused);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Reads the header alone.</summary>
    /// <exception cref="BackupException">The file is no backup, or cannot be read.</exception>
    public static BackupHeader ReadHeader(string path)
    {
        using var file = OpenToRead(path);
        return BackupHeader.Read(file, path).Header;
    }

    /// <summary>Reads a whole backup and writes out the database in it; what was written counts only when this returns.</summary>
    /// <exception cref="BackupException">The file is no backup, is damaged, or is sealed with another key.</exception>
    public static BackupHeader Read(string path, IKeySource keys, Stream database)
    {
        using var file = OpenToRead(path);
        var (header, bytes) = BackupHeader.Read(file, path);
        var key = keys.Find(header.KeyId) ?? throw new BackupException(
            $"{path} is sealed with {header.KeyId} and the key here is {keys.Key.Id}: name the file of that key in Secrets:KeyFile (KONTOR_KEY_FILE).");

        try
        {
            using var cipher = CipherOf(header, bytes, key);
            using var opened = new GZipStream(new OpeningStream(file, cipher), CompressionMode.Decompress);
            return Copy(opened, database) == (header.Length, header.Sha256) ? header : throw BackupHeader.Damaged(path);
        }
        catch (Exception damaged) when (damaged is CryptographicException or InvalidDataException or FormatException)
        {
            throw BackupHeader.Damaged(path, damaged);
        }
    }

    /// <summary>The length and the SHA-256 of a file.</summary>
    public static (long Length, string Sha256) Measure(string path)
    {
        using var file = File.OpenRead(path);
        return Copy(file, Stream.Null);
    }

    private static void WriteSealed(string path, string database, BackupHeader header, KeyEncryptionKey key)
    {
        using var file = PrivateFile.Create(path, FileMode.Create);
        using var plain = File.OpenRead(database);
        var bytes = header.ToBytes();
        using var cipher = CipherOf(header, bytes, key);
        file.Write(bytes);
        var sealing = new SealingStream(file, cipher);
        using (var packing = new GZipStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
        {
            plain.CopyTo(packing, BufferLength);
        }

        sealing.Complete();
        file.Flush(flushToDisk: true);
    }

    private static ChunkCipher CipherOf(BackupHeader header, byte[] headerBytes, KeyEncryptionKey key)
    {
        var derived = key.Derive(Purpose, Convert.FromBase64String(header.Salt));
        var cipher = new ChunkCipher(derived, headerBytes);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }

    private static (long Length, string Sha256) Copy(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, total) = (new byte[BufferLength], 0L);
        while (from.Read(buffer) is var read and > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            to.Write(buffer.AsSpan(0, read));
            total += read;
        }

        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStream OpenToRead(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be read ({refused.Message.TrimEnd('.')}): name a file that 'kontor backup' made.", refused);
        }
    }
}
