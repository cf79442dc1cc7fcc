using Microsoft.Extensions.Logging;

namespace Kontor.Contabo.Http;

/// <summary>Writes one line for each attempt: what was called, how it ended, how long it took. Never a path, a query or a body.</summary>
internal sealed class AttemptLogHandler(ILogger logger, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var call = CallFacts.Of(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Log.Answered(logger, call.Operation, request.Method, (int)response.StatusCode, call.RequestId, call.Attempt, Elapsed(started));
            return response;
        }
        catch (ContaboApiException exception)
        {
            var (reason, outcome, status) = (exception.Reason, exception.Outcome, exception.Status);
            var (level, elapsed) = (Log.LevelOf(request.Method, status), Elapsed(started));
            Log.Failed(logger, level, call.Operation, request.Method, reason, outcome, status, call.RequestId, call.Attempt, elapsed);
            throw;
        }
    }

    private double Elapsed(long started) => clock.GetElapsedTime(started).TotalMilliseconds;
}
