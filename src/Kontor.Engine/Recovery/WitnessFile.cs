using System.Text.Json;
using Kontor.Engine.Common;

namespace Kontor.Engine.Recovery;

/// <summary>The file in which the head of the audit trail is noted, beside the key and so outside the data.</summary>
/// <param name="path">The file.</param>
public sealed class WitnessFile(string path)
{
    private const string Extension = ".witness";

    /// <summary>Gets the file.</summary>
    public string Path { get; } = path;

    /// <summary>The file that belongs to a key file.</summary>
    public static WitnessFile Beside(string keyFile) => new(System.IO.Path.GetFullPath(keyFile) + Extension);

    /// <summary>Reads the note.</summary>
    /// <param name="witness">The note; null when there is none, or the file does not hold one.</param>
    /// <returns>Whether there is a file.</returns>
    public bool TryRead(out Witness? witness)
    {
        witness = null;
        if (!File.Exists(Path))
        {
            return false;
        }

        try
        {
            witness = JsonSerializer.Deserialize<Witness>(File.ReadAllBytes(Path), BackupJson.Options);
        }
        catch (JsonException)
        {
            // It is there and says nothing: whoever asked treats it as forged.
        }

        return true;
    }

    /// <summary>Replaces the note at once: a process that dies here leaves the old one or the new one.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Witness witness)
    {
        var aside = Path + ".part";
        using (var file = PrivateFile.Create(aside, FileMode.Create))
        {
            JsonSerializer.Serialize(file, witness, BackupJson.Options);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, Path, overwrite: true);
    }
}
