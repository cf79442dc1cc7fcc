namespace Kontor.Contabo.Calls;

/// <summary>
/// Tells "Contabo says there is no such thing" from "something answered 404". A gateway without a route and an edge with a
/// page of HTML answer 404 too, and neither proves that what somebody pays for is gone.
/// </summary>
internal static class Absence
{
    private const string GatewayWithoutRoute = "no Route matched";

    public static async Task<T?> ToNullAsync<T>(Task<T> read)
        where T : class
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (ContaboApiException exception) when (IsProven(exception))
        {
            return null;
        }
    }

    private static bool IsProven(ContaboApiException exception) =>
        exception is { Status: 404, Reason: ContaboErrorReason.Refused, ProviderMessages.Count: > 0 }
        && !exception.ProviderMessages[0].StartsWith(GatewayWithoutRoute, StringComparison.OrdinalIgnoreCase);
}
