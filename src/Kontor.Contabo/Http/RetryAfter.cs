using System.Net.Http.Headers;

namespace Kontor.Contabo.Http;

/// <summary>Reads Retry-After, seconds or date, as a time span from now. Source: RFC 9110, section 10.2.3.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
