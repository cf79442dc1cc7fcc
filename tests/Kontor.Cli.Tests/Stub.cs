using System.Net;
using System.Text;
using System.Text.Json;
using Kontor.Api;
using Kontor.Api.Common;

namespace Kontor.Cli.Tests;

/// <summary>A server that answers what it is told to, and remembers what it was asked.</summary>
internal sealed class Stub : HttpMessageHandler
{
    private readonly List<(string Request, Queue<Func<HttpResponseMessage>> Answers)> _answers = [];

    /// <summary>Gets what was asked: method and path with query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Gets the bodies of the requests that had one.</summary>
    public List<JsonElement> Bodies { get; } = [];

    /// <summary>Gets the names that requests were given.</summary>
    public List<string> IdempotencyKeys { get; } = [];

    /// <summary>Gets the keys that were sent.</summary>
    public List<string?> ApiKeys { get; } = [];

    /// <summary>Gets or sets what happens before a request is answered.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Gets or sets what is waited for before a request is answered.</summary>
    public Func<string, Task>? WaitsFor { get; set; }

    /// <summary>Answers a request with records, one after the other; the last again and again.</summary>
    public Stub On<T>(string request, params T[] records) => On(
        request, [.. records.Select(record => (Func<HttpResponseMessage>)(() => Json(HttpStatusCode.OK, JsonSerializer.Serialize(record, KontorJson.Options))))]);

    /// <summary>Answers a request with a list in one page.</summary>
    public Stub OnList<T>(string request, params T[] items) => On(request, new ListPage<T> { Items = items, NextCursor = null });

    /// <summary>Answers a request with a problem.</summary>
    public Stub OnProblem(string request, HttpStatusCode status, string code, string detail)
    {
        var problem = new ProblemResponse
        {
            Type = $"urn:kontor:problem:{code}", Title = "", Status = (int)status, Detail = detail, Code = code, Field = null, TraceId = null,
        };
        return On(request, () => Text(status, "application/problem+json", JsonSerializer.Serialize(problem, KontorJson.Options)));
    }

    public Stub On(string request, params Func<HttpResponseMessage>[] answers)
    {
        _answers.Add((request, new Queue<Func<HttpResponseMessage>>(answers)));
        return this;
    }

    public static HttpResponseMessage Text(HttpStatusCode status, string type, string text) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, type) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var asked = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Requests.Add(asked);
        ApiKeys.Add(request.Headers.Authorization?.Parameter);
        if (request.Headers.TryGetValues("Idempotency-Key", out var keys))
        {
            IdempotencyKeys.AddRange(keys);
        }

        if (request.Content is { } content)
        {
            Bodies.Add(JsonDocument.Parse(await content.ReadAsStringAsync(cancellationToken)).RootElement);
        }

        await (WaitsFor?.Invoke(asked) ?? Task.CompletedTask);
        Before?.Invoke(asked);
        cancellationToken.ThrowIfCancellationRequested();
        var answers = _answers.Find(one => asked == one.Request).Answers ?? throw new InvalidOperationException($"Nobody expected {asked}.");
        return answers.Count > 1 ? answers.Dequeue()() : answers.Peek()();
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string text) => Text(status, "application/json", text);
}
