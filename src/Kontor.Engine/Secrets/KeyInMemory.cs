namespace Kontor.Engine.Secrets;

/// <summary>A key that is nowhere but in memory: for tests, simulations and measurements, whose data nobody keeps.</summary>
public sealed class KeyInMemory(KeyEncryptionKey key) : IKeySource
{
    public KeyEncryptionKey Key => key;

    public KeyEncryptionKey? Find(string id) => id == key.Id ? key : null;
}
