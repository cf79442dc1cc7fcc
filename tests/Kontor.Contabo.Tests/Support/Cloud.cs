using System.Net;
using System.Text;

namespace Kontor.Contabo.Tests.Support;

/// <summary>A cloud in memory: issues tokens, answers each call by a script, and remembers what it was sent.</summary>
internal sealed class Cloud : HttpMessageHandler
{
    private readonly List<Sent> _calls = [];
    private readonly List<Sent> _tokenCalls = [];

    public Func<Sent, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (_, _) => Task.FromResult(Json("""{"data":[]}"""));

    public Func<Sent, CancellationToken, Task<HttpResponseMessage>> AnswerToken { get; set; } = (_, _) => Task.FromResult(Token("t1"));

    public IReadOnlyList<Sent> Calls => Copy(_calls);

    public IReadOnlyList<Sent> TokenCalls => Copy(_tokenCalls);

    public static Cloud Answering(params Func<HttpResponseMessage>[] answers)
    {
        var cloud = new Cloud();
        cloud.Answer = (_, _) => Task.FromResult(answers[Math.Min(cloud.Calls.Count, answers.Length) - 1]());
        return cloud;
    }

    public static Cloud Throwing(Func<Exception> exception) => new() { Answer = (_, _) => Task.FromException<HttpResponseMessage>(exception()) };

    /// <summary>An answer that never comes; the caller's token ends the wait on the spot.</summary>
    public static async Task<HttpResponseMessage> Never(Sent sent, CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }

    public static HttpResponseMessage Json(string body, int status = 200) => new((HttpStatusCode)status)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    public static HttpResponseMessage Token(string value, int lifetime = 300) => Json(
        $$"""{"access_token":"{{value}}","expires_in":{{lifetime}},"refresh_token":"r-{{value}}","refresh_expires_in":1800}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var sent = new Sent(request, body);
        if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
        {
            Remember(_tokenCalls, sent);
            return await AnswerToken(sent, cancellationToken).ConfigureAwait(false);
        }

        Remember(_calls, sent);
        return await Answer(sent, cancellationToken).ConfigureAwait(false);
    }

    // Test threads carry a synchronization context, under which continuations that do not want it go to the pool.
    private static void Remember(List<Sent> calls, Sent sent)
    {
        lock (calls)
        {
            calls.Add(sent);
        }
    }

    private static Sent[] Copy(List<Sent> calls)
    {
        lock (calls)
        {
            return [.. calls];
        }
    }
}
