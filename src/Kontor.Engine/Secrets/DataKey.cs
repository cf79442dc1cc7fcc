using System.Security.Cryptography;

namespace Kontor.Engine.Secrets;

/// <summary>A data key in clear; it is wiped from memory as soon as it was used.</summary>
internal sealed class DataKey(int number, byte[] bytes) : IDisposable
{
    /// <summary>Gets which of its owner's keys it is.</summary>
    public int Number => number;

    public ReadOnlySpan<byte> Bytes => bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
