using Kontor.Api;

namespace Kontor.Server.Demo;

/// <summary>Calls Kontor as every caller should: what was not answered is asked again, a write with the same idempotency key.</summary>
internal static class Patience
{
    private const int Tries = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls until there is an answer; a minute without one is too long.</summary>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (Exception failure) when (IsNoAnswer(failure) && tries < Tries)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static bool IsNoAnswer(Exception failure) =>
        failure is HttpRequestException or IOException or KontorApiException { Status: >= System.Net.HttpStatusCode.InternalServerError };
}
