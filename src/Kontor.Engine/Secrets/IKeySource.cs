namespace Kontor.Engine.Secrets;

/// <summary>Where the keys that wrap data keys come from; each host has its own.</summary>
public interface IKeySource
{
    /// <summary>Gets the key with which is sealed from now on.</summary>
    KeyEncryptionKey Key { get; }

    /// <summary>A key with which something was sealed earlier, or by another process that is changing the key.</summary>
    /// <returns>Null when there is none of that id.</returns>
    KeyEncryptionKey? Find(string id);
}
