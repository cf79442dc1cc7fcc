using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kontor.Contabo.Simulator.Accounts;

/// <summary>Issues and checks tokens in JWT form. They are signed, not stored, so that they survive a restart of the simulator.</summary>
internal sealed class TokenVault(SimulatorOptions options)
{
    private const int KnownLimit = 4096;

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[] _key = StableHash.Key(options.Seed, "token key");
    private readonly Dictionary<string, TokenFacts> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _revoked = new(StringComparer.Ordinal);

    /// <summary>Number of the last token, so that no two are alike.</summary>
    public long LastToken { get; set; }

    public IReadOnlyCollection<string> Revoked => _revoked;

    public string Issue(AccountSettings account, string kind, DateTimeOffset now, TimeSpan life)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["exp"] = (now + life).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = StableHash.Uuid(options.Seed, $"token {++LastToken}"),
            ["sub"] = account.UserId,
            ["typ"] = kind,
            ["azp"] = account.ClientId,
            ["preferred_username"] = account.ApiUser,
            ["tenantId"] = account.TenantId,
            ["customerId"] = account.CustomerId,
        });
        var signed = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Signature(signed)}";
    }

    /// <summary>The client id a token speaks for, or null when it is foreign, of another kind, expired or revoked.</summary>
    public string? ClientOf(string token, string kind, DateTimeOffset now) =>
        !_revoked.Contains(token) && Read(token) is { } facts && facts.Kind == kind && facts.Expires > now ? facts.Client : null;

    public void Revoke(string token) => _revoked.Add(token);

    private TokenFacts? Read(string token)
    {
        if (_known.TryGetValue(token, out var known))
        {
            return known;
        }

        var end = token.LastIndexOf('.');
        if (end < 0 || !token.StartsWith(Header + ".", StringComparison.Ordinal) || Signature(token[..end]) != token[(end + 1)..])
        {
            return null;
        }

        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan()[(Header.Length + 1)..end]));
        var root = payload.RootElement;
        if (_known.Count >= KnownLimit)
        {
            _known.Clear();
        }

        return _known[token] = new TokenFacts(
            root.GetProperty("azp").GetString()!, root.GetProperty("typ").GetString()!,
            DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("exp").GetInt64()));
    }

    private string Signature(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(text)));

    private sealed record TokenFacts(string Client, string Kind, DateTimeOffset Expires);
}
