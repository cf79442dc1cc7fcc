using System.Text.Json;
using Kontor.Engine.Common;

namespace Kontor.Engine.Recovery;

/// <summary>The files in which the head of the audit trail is noted, one for each installation, beside the key and so outside the data.</summary>
/// <param name="keyFile">The key file.</param>
public sealed class WitnessFile(string keyFile)
{
    private readonly string _keyFile = Path.GetFullPath(keyFile);

    /// <summary>The file of an installation.</summary>
    public string PathOf(string installation) => $"{_keyFile}.witness-{installation}";

    /// <summary>Reads the note on an installation.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="witness">The note; null when there is none, or the file does not hold one.</param>
    /// <returns>Whether there is a file.</returns>
    public bool TryRead(string installation, out Witness? witness)
    {
        var path = PathOf(installation);
        witness = null;
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            witness = JsonSerializer.Deserialize<Witness>(File.ReadAllBytes(path), BackupJson.Options);
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
        var path = PathOf(witness.Installation);
        var aside = path + ".part";
        using (var file = PrivateFile.Create(aside, FileMode.Create))
        {
            JsonSerializer.Serialize(file, witness, BackupJson.Options);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
