using System.Security.Cryptography;

namespace Kontor.Engine.Secrets;

/// <summary>What stands there was not sealed for this place, or was changed, or its key is another one.</summary>
public sealed class SecretUnreadableException(string message, Exception? inner = null) : CryptographicException(message, inner);
