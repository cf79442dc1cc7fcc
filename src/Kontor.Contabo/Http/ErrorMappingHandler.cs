using System.Net.Sockets;

namespace Kontor.Contabo.Http;

/// <summary>Reads the whole answer and turns everything that is no success into the one exception of this client.</summary>
internal sealed class ErrorMappingHandler(TimeProvider clock) : DelegatingHandler
{
    private const int LargestBody = 32 * 1024 * 1024;
    private const int LargestErrorBody = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var facts = CallFacts.Of(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? await ReadSuccessAsync(facts, response, cancellationToken).ConfigureAwait(false)
                : throw await ReadErrorAsync(facts, response, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (Classification.IsNotSent(exception))
        {
            var failure = facts.Failure(ContaboErrorReason.ConnectionFailed, WriteOutcome.DefinitelyNotDone) with { NotSent = true };
            throw new ContaboApiException(failure, exception);
        }
        catch (Exception exception) when (IsTransport(exception))
        {
            throw new ContaboApiException(facts.Failure(ContaboErrorReason.ConnectionLost, WriteOutcome.Unknown), exception);
        }
    }

    private static async Task<HttpResponseMessage> ReadSuccessAsync(
        CallFacts facts, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var arriving = response.Content;
        var (body, isWhole) = await BoundedBody.ReadAsync(arriving, LargestBody, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            response.Dispose();
            var failure = facts.Failure(ContaboErrorReason.Unreadable, WriteOutcome.Unknown) with { Status = (int)response.StatusCode };
            throw new ContaboApiException(failure);
        }

        response.Content = body;
        return response;
    }

    private async Task<ContaboApiException> ReadErrorAsync(
        CallFacts facts, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var status = (int)response.StatusCode;
            return new ContaboApiException(facts.Failure(Classification.ReasonOf(status), Classification.OutcomeOf(status)) with
            {
                Status = status,
                ProviderMessages = await ReadTextsAsync(response.Content, cancellationToken).ConfigureAwait(false),
                RetryAfter = RetryAfter.Read(response.Headers.RetryAfter, clock),
            });
        }
    }

    private static async Task<IReadOnlyList<string>> ReadTextsAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            var (body, _) = await BoundedBody.ReadAsync(content, LargestErrorBody, cancellationToken).ConfigureAwait(false);
            return ProviderTexts.Read(body.Body);
        }
        catch (Exception exception) when (IsTransport(exception))
        {
            // The status has arrived and decides; only the words are lost.
            return [];
        }
    }

    private static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or ObjectDisposedException;
}
