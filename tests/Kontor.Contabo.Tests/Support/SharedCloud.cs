namespace Kontor.Contabo.Tests.Support;

/// <summary>A cloud for calls from many threads: it really hops, and only counts.</summary>
internal sealed class SharedCloud : HttpMessageHandler
{
    private int _calls;
    private int _tokenCalls;
    private int _running;
    private int _mostRunning;

    public int Calls => _calls;

    public int TokenCalls => _tokenCalls;

    public int MostRunning => _mostRunning;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _tokenCalls);
            return Cloud.Token("t1");
        }

        Interlocked.Increment(ref _calls);
        InterlockedMax(Interlocked.Increment(ref _running));
        await Task.Yield();
        Interlocked.Decrement(ref _running);
        return Cloud.Json(Answers.Instance);
    }

    private void InterlockedMax(int running)
    {
        for (var seen = _mostRunning; running > seen; seen = _mostRunning)
        {
            Interlocked.CompareExchange(ref _mostRunning, running, seen);
        }
    }
}
