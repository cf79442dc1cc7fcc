using Kontor.Engine.Secrets;

namespace Kontor.Server.Host;

/// <summary>Holds the key of all secrets from the moment its file was opened, which is after the parts were put together.</summary>
internal sealed class KeySlot : IKeySource
{
    private KeyEncryptionKey? _key;

    public KeyEncryptionKey Key
    {
        get => _key ?? throw new InvalidOperationException("The host was not started: nobody opened the key file.");
        set => _key = value;
    }
}
