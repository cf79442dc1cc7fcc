namespace Kontor.Contabo.Http;

/// <summary>Makes each attempt wait for its turn in the account's budget.</summary>
internal sealed class RateBudgetHandler(RateBudget budget, TimeSpan longestPause) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await budget.EnterAsync(CallFacts.Of(request).IsRead, cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ContaboApiException exception) when (exception is { Status: 429, RetryAfter: { } wish })
        {
            budget.PauseReads(wish < longestPause ? wish : longestPause);
            throw;
        }
        finally
        {
            budget.Leave();
        }
    }
}
