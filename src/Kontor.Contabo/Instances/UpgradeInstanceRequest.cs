using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

/// <summary>Add-ons to buy for an instance that exists; each costs extra. There are no others by this call.</summary>
/// <remarks>Source: upgradeInstance.</remarks>
public sealed record UpgradeInstanceRequest
{
    /// <summary>Gets private networking.</summary>
    public AddOnChoice? PrivateNetworking { get; init; }

    /// <summary>Gets the automatic backup.</summary>
    public AddOnChoice? Backup { get; init; }

    /// <summary>Makes the bytes to store and send.</summary>
    /// <exception cref="ArgumentException">No add-on is chosen.</exception>
    public byte[] ToJsonBytes()
    {
        ThrowIfEmpty();
        return JsonSerializer.SerializeToUtf8Bytes(this, RequestJsonContext.Default.UpgradeInstanceRequest);
    }

    /// <summary>Reads an upgrade back from its bytes.</summary>
    /// <exception cref="ArgumentException">The bytes choose no add-on, or are none of the form that Contabo takes.</exception>
    public static UpgradeInstanceRequest FromJsonBytes(ReadOnlySpan<byte> body)
    {
        var request = StoredBody.Read(body, RequestJsonContext.Default.UpgradeInstanceRequest);
        request.ThrowIfEmpty();
        return request;
    }

    private void ThrowIfEmpty()
    {
        if (this is { PrivateNetworking: null, Backup: null })
        {
            throw new ArgumentException("An upgrade buys at least one add-on.");
        }
    }
}
