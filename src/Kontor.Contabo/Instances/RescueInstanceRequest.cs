using System.Text;
using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

/// <summary>How to get into the rescue system. All of it may be left out; who can log in then is not documented.</summary>
/// <remarks>Source: rescue.</remarks>
public sealed record RescueInstanceRequest
{
    /// <summary>Gets the id of the secret with the password of <c>root</c>.</summary>
    public long? RootPassword { get; init; }

    /// <summary>Gets the ids of the secrets with the SSH keys of <c>root</c>.</summary>
    public IReadOnlyList<long>? SshKeys { get; init; }

    /// <summary>Gets the user-data for cloud-init, in plain text. It may hold secrets, so it is not printed.</summary>
    public string? UserData { get; init; }

    /// <summary>Makes the bytes to store and send.</summary>
    public byte[] ToJsonBytes() => JsonSerializer.SerializeToUtf8Bytes(this, RequestJsonContext.Default.RescueInstanceRequest);

    /// <summary>Reads a rescue back from its bytes.</summary>
    /// <exception cref="ArgumentException">The bytes are none.</exception>
    public static RescueInstanceRequest FromJsonBytes(ReadOnlySpan<byte> body) => StoredBody.Read(body, RequestJsonContext.Default.RescueInstanceRequest);

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"password {RootPassword}, keys {string.Join(' ', SshKeys ?? [])}");
        return true;
    }
}
