using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

/// <summary>A wish to end a contract. There is no way back by the API.</summary>
/// <remarks>Source: cancelInstance.</remarks>
public sealed record CancelInstanceRequest
{
    /// <summary>Gets the end wished for; null, the usual, is the end of the paid term.</summary>
    public DateTimeOffset? CancelDate { get; init; }

    /// <summary>Makes the bytes to store and send.</summary>
    public byte[] ToJsonBytes() => JsonSerializer.SerializeToUtf8Bytes(this, RequestJsonContext.Default.CancelInstanceRequest);
}
