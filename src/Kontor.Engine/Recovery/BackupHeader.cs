using System.Text.Json;

namespace Kontor.Engine.Recovery;

/// <summary>What a backup says of itself in clear. All of it is authenticated together with what is sealed.</summary>
/// <param name="Format">The form of the file; this program knows 1.</param>
/// <param name="Installation">The installation whose database it is.</param>
/// <param name="Simulated">Whether the cloud of that installation is a simulated one.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Schema">The schema of the database.</param>
/// <param name="AuditRows">How many audit rows it has: a database with more of them is newer.</param>
/// <param name="AuditHead">The hash of the last of them.</param>
/// <param name="KeyId">The key with which it is sealed.</param>
/// <param name="Salt">32 bytes in base64, from which and the key its own key follows.</param>
/// <param name="Length">The length of the database in bytes.</param>
/// <param name="Sha256">The SHA-256 of the database, in hex.</param>
public sealed record BackupHeader(
    int Format,
    string Installation,
    bool Simulated,
    DateTimeOffset MadeAt,
    long Schema,
    long AuditRows,
    string AuditHead,
    string KeyId,
    string Salt,
    long Length,
    string Sha256)
{
    /// <summary>The form that this program writes.</summary>
    public const int NewestFormat = 1;

    private const int MostBytes = 16 * 1024;

    private static ReadOnlySpan<byte> Magic => "KONTOR BACKUP\n"u8;

    /// <summary>The header as it stands at the beginning of a file: a line that names the kind, the length (4 bytes, big-endian), JSON.</summary>
    internal byte[] ToBytes()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Options);
        return [.. Magic, .. Length4(json.Length), .. json];
    }

    /// <summary>Reads the header of a file.</summary>
    /// <returns>The header, and its bytes as they stand there.</returns>
    /// <exception cref="BackupException">The file is no backup, is damaged, or was written by a newer Kontor.</exception>
    internal static (BackupHeader Header, byte[] Bytes) Read(Stream file, string path)
    {
        var start = new byte[Magic.Length + sizeof(int)];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan().StartsWith(Magic))
        {
            throw new BackupException($"{path} is not a backup of Kontor: name a file that 'kontor backup' made.");
        }

        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(Magic.Length));
        var json = new byte[length is > 0 and <= MostBytes ? length : throw Damaged(path)];
        return file.ReadAtLeast(json, length, throwOnEndOfStream: false) == length && TryParse(json) is { } header
            ? (header.Format == NewestFormat ? header : throw Newer(path, header.Format), [.. start, .. json])
            : throw Damaged(path);
    }

    internal static BackupException Damaged(string path, Exception? cause = null) => new(
        $"{path} is damaged or was changed after it was written: use another backup.", cause);

    private static BackupHeader? TryParse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupHeader>(json, BackupJson.Options);
        }
        catch (JsonException)
        {
            // The caller says that the file is damaged.
            return null;
        }
    }

    private static BackupException Newer(string path, int format) => new(
        $"{path} has format {format} and this program knows {NewestFormat}: restore it with the Kontor that made it, or a newer one.");

    private static byte[] Length4(int length)
    {
        var bytes = new byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return bytes;
    }
}

/// <summary>How a header is written.</summary>
internal static class BackupJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}
