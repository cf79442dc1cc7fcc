using System.Collections.Concurrent;
using Kontor.Engine.Common;

namespace Kontor.Engine.Secrets;

/// <summary>
/// The key file, and beside it the keys it had earlier and the one it is about to get. A running process notices when
/// another one changed the key.
/// </summary>
public sealed class KeyRing : IKeySource
{
    private readonly ConcurrentDictionary<string, KeyEncryptionKey> _known = new(StringComparer.Ordinal);
    private volatile Current _current;

    private KeyRing(string path, Current current) => (Path, _current) = (path, current);

    /// <summary>Gets the key file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public KeyEncryptionKey Key => _current.Stamp == StampOf(Path) ? _current.Key : Reload();

    /// <summary>Gets where the key waits that a rotation is about to put in place.</summary>
    internal string NextPath => Path + ".next";

    /// <inheritdoc/>
    public KeyEncryptionKey? Find(string id)
    {
        if (Key.Id == id)
        {
            return Key;
        }

        if (!_known.ContainsKey(id))
        {
            LearnOthers();
        }

        return _known.GetValueOrDefault(id);
    }

    /// <summary>Where a key that was replaced is kept.</summary>
    internal string PathOfOld(KeyEncryptionKey key) => $"{Path}.old-{key.Id}";

    /// <summary>Opens a key file and what is beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayCreate">Whether nothing is lost by a new key.</param>
    /// <param name="ids">Where a new key's bytes come from.</param>
    /// <exception cref="KeyFileException">It cannot or must not be used; the message is one sentence with the cure.</exception>
    internal static KeyRing Open(string path, bool mayCreate, IIdSource ids)
    {
        var stamp = StampOf(path);
        var key = KeyFile.Open(path, mayCreate, ids);
        return new KeyRing(path, new Current(key, stamp));
    }

    private KeyEncryptionKey Reload()
    {
        try
        {
            var stamp = StampOf(Path);
            var key = KeyFile.Read(Path);
            _known.TryAdd(_current.Key.Id, _current.Key);
            _current = new Current(key, stamp);
        }
        catch (KeyFileException)
        {
            // What this process holds is still right: a file that became unreadable stops the next start, not this run.
        }

        return _current.Key;
    }

    private void LearnOthers()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        foreach (var path in Directory.EnumerateFiles(folder, System.IO.Path.GetFileName(Path) + ".old-*").Append(NextPath).Where(File.Exists))
        {
            try
            {
                var key = KeyFile.Read(path);
                _known.TryAdd(key.Id, key);
            }
            catch (KeyFileException)
            {
                // It is not the key that was asked for.
            }
        }
    }

    private static (DateTime Changed, long Length) StampOf(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    private sealed record Current(KeyEncryptionKey Key, (DateTime Changed, long Length) Stamp);
}
