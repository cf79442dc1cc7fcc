namespace Kontor.Engine.Tenancy;

/// <summary>A new key with its secret, which exists nowhere else: show it once and forget it.</summary>
/// <remarks>Not a record, so that no log line can print the secret by printing this.</remarks>
public sealed class CreatedApiKey
{
    internal CreatedApiKey(ApiKey key, string token) => (Key, Token) = (key, token);

    public ApiKey Key { get; }

    /// <summary>Gets the key as its owner sends it.</summary>
    public string Token { get; }
}
