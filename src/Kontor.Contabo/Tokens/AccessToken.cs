using System.Net.Http.Headers;

namespace Kontor.Contabo.Tokens;

/// <summary>A bearer token with the clock readings that matter. A class, so that no print-out of it shows the token.</summary>
internal sealed class AccessToken
{
    private static readonly TimeSpan ShortestMargin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    public required string Value { get; init; }

    /// <summary>Gets the header that carries the token; made once, for it is checked letter by letter.</summary>
    public AuthenticationHeaderValue Header => field ??= new AuthenticationHeaderValue("Bearer", Value);

    public string? RefreshToken { get; init; }

    /// <summary>Gets the timestamp from which a new token is asked for although this one still works.</summary>
    public required long RenewAt { get; init; }

    /// <summary>Gets the timestamp from which the refresh token is not worth a try.</summary>
    public required long RefreshUntil { get; init; }

    public static AccessToken Start(string value, TokenReply reply, TimeProvider clock)
    {
        var life = Seconds(reply.ExpiresIn ?? 60);
        return new AccessToken
        {
            Value = value,
            RefreshToken = reply.RefreshToken,
            RenewAt = After(life - MarginOf(life), clock),
            // Keycloak says 0 for a refresh token that does not expire.
            RefreshUntil = reply.RefreshExpiresIn is null or 0 ? long.MaxValue : After(Seconds(reply.RefreshExpiresIn.Value), clock),
        };
    }

    // A token that lives less than a minute would otherwise be stale from the start, and every call would ask for one.
    private static TimeSpan MarginOf(TimeSpan life)
    {
        var margin = life / 10 > ShortestMargin ? life / 10 : ShortestMargin;
        return margin < life / 2 ? margin : life / 2;
    }

    private static TimeSpan Seconds(long seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)LongestLife.TotalSeconds));

    private static long After(TimeSpan span, TimeProvider clock) => clock.GetTimestamp() + (long)(span.TotalSeconds * clock.TimestampFrequency);
}
