using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kontor.Contabo.Calls;

/// <summary>Reads a body back that a caller stored, before exactly these bytes are sent.</summary>
internal static class StoredBody
{
    public static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var request = JsonSerializer.Deserialize(body, type);
            ArgumentNullException.ThrowIfNull(request, nameof(body));
            return request;
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The body is not complete.", nameof(body), exception);
        }
    }
}
