using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Recovery;

/// <summary>The files in which the head of the audit trail is noted, one for each installation, beside the key and so outside the data.</summary>
/// <param name="keyFile">The key file.</param>
public sealed class SignedHeadFile(string keyFile)
{
    private readonly string _keyFile = Path.GetFullPath(keyFile);

    /// <summary>The file of an installation.</summary>
    public string PathOf(string installation) => $"{_keyFile}.audit-head-{installation}";

    /// <summary>Reads the note on an installation.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="note">The note; null when there is none, or the file does not hold one.</param>
    /// <returns>Whether there is a file.</returns>
    public bool TryRead(string installation, out SignedHead? note)
    {
        var path = PathOf(installation);
        note = null;
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            note = JsonSerializer.Deserialize<SignedHead>(File.ReadAllBytes(path), BackupJson.Options);
        }
        catch (JsonException)
        {
            // It is there and says nothing: whoever asked treats it as forged.
        }

        return true;
    }

    /// <summary>Replaces the note at once: a process that dies here leaves the old one or the new one.</summary>
    /// <exception cref="KeyFileException">The folder of the key takes no file; the message is one sentence with the cure.</exception>
    public void Write(SignedHead note)
    {
        var path = PathOf(note.Installation);
        try
        {
            PrivateFile.Replace(path, file => JsonSerializer.Serialize(file, note, BackupJson.Options));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException($"{path} cannot be written ({refused.Message.TrimEnd('.')}): correct the folder of the key file and its owner.");
        }
    }
}
