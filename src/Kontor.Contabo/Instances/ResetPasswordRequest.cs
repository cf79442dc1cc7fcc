using System.Text;
using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

/// <summary>A new password, new SSH keys, or both. What is null is not sent; what a reset without any of them does is not documented.</summary>
/// <remarks>Source: resetPasswordAction.</remarks>
public sealed record ResetPasswordRequest
{
    /// <summary>Gets the ids of the secrets with the SSH keys of the default user.</summary>
    public IReadOnlyList<long>? SshKeys { get; init; }

    /// <summary>Gets the id of the secret with the password of the default user.</summary>
    public long? RootPassword { get; init; }

    /// <summary>Gets the user-data for cloud-init, in plain text. It may hold secrets, so it is not printed.</summary>
    public string? UserData { get; init; }

    /// <summary>Makes the bytes to store and send.</summary>
    public byte[] ToJsonBytes() => JsonSerializer.SerializeToUtf8Bytes(this, RequestJsonContext.Default.ResetPasswordRequest);

    /// <summary>Reads a reset back from its bytes.</summary>
    /// <exception cref="ArgumentException">The bytes are none.</exception>
    public static ResetPasswordRequest FromJsonBytes(ReadOnlySpan<byte> body) => StoredBody.Read(body, RequestJsonContext.Default.ResetPasswordRequest);

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"password {RootPassword}, keys {string.Join(' ', SshKeys ?? [])}");
        return true;
    }
}
