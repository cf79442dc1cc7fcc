namespace Kontor.Engine.Secrets;

/// <summary>Where the key that wraps all data keys comes from; each host has its own.</summary>
public interface IKeySource
{
    /// <summary>Gets the key.</summary>
    KeyEncryptionKey Key { get; }
}
