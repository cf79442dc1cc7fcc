using Kontor.Engine.Secrets;

namespace Kontor.Server.Host;

/// <summary>Holds the keys of all secrets from the moment their file was opened, which is after the parts were put together.</summary>
internal sealed class KeySlot : IKeySource
{
    private KeyRing? _ring;

    public KeyRing Ring
    {
        get => _ring ?? throw new InvalidOperationException("The host was not started: nobody opened the key file.");
        set => _ring = value;
    }

    public KeyEncryptionKey Key => Ring.Key;

    public KeyEncryptionKey? Find(string id) => Ring.Find(id);
}
