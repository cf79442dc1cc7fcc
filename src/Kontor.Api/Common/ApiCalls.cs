using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kontor.Api.Common;

/// <summary>Sends one request once and reads its answer.</summary>
internal sealed class ApiCalls(HttpClient http, string apiKey, ActingFor? actingFor = null)
{
    private const string Root = "api/v1/";

    /// <summary>The same, for a client of the source.</summary>
    public ApiCalls For(ActingFor client) => new(http, apiKey, client);

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await FindAsync(path, type, mayBeAbsent: false, cancellationToken).ConfigureAwait(false)
        ?? throw new JsonException($"The answer to GET {path} is null.");

    public Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        FindAsync(path, type, mayBeAbsent: true, cancellationToken);

    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    public Task<T> PostAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, string idempotencyKey, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        PostAsync(path, JsonContent.Create(body, bodyType), idempotencyKey, type, cancellationToken);

    public Task<T> PostAsync<T>(
        string path, HttpContent? content, string idempotencyKey, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, path, content, idempotencyKey, type, cancellationToken);

    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    public Task<T> PatchAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, string idempotencyKey, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Patch, path, JsonContent.Create(body, bodyType), idempotencyKey, type, cancellationToken);

    public Task<T> DeleteAsync<T>(string path, string idempotencyKey, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Delete, path, content: null, idempotencyKey, type, cancellationToken);

    private async Task<T> WriteAsync<T>(
        HttpMethod method, string path, HttpContent? content, string idempotencyKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        using var request = Request(method, path);
        request.Content = content;
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await SendAsync(request, type, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a state that is wished: the same twice is the same once, so it needs no key.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    public async Task<T> PutAsync<TBody, T>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, path);
        request.Content = JsonContent.Create(body, bodyType);
        return await SendAsync(request, type, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await ThrowIfRefusedAsync(answer, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(answer, type, cancellationToken).ConfigureAwait(false)
            ?? throw new JsonException($"The answer to {request.Method} {request.RequestUri} is null.");
    }

    /// <summary>Sends a write that may be repeated as it is, and so needs no key.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    public Task<T> SendAsync<TBody, T>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(method, path, JsonContent.Create(body, bodyType), type, cancellationToken);

    public Task<T> SendAsync<T>(HttpMethod method, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(method, path, content: null, type, cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = Request(method, path);
        request.Content = content;
        using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await ThrowIfRefusedAsync(answer, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(answer, type, cancellationToken).ConfigureAwait(false)
            ?? throw new JsonException($"The answer to {method} {path} is null.");
    }

    private async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, bool mayBeAbsent, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (mayBeAbsent && answer.StatusCode == HttpStatusCode.NotFound && await IsAbsentAsync(answer, cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        await ThrowIfRefusedAsync(answer, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(answer, type, cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(Root + path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        actingFor?.WriteTo(request.Headers);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    // A wrong address answers 404 too; only Kontor's own word says that the thing itself is not there.
    private static async Task<bool> IsAbsentAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        await ProblemOfAsync(answer, cancellationToken).ConfigureAwait(false) is { Code: not "http.route_not_found" };

    private static async Task ThrowIfRefusedAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new KontorApiException(answer.StatusCode, await ProblemOfAsync(answer, cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<ProblemResponse?> ProblemOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await ReadAsync(answer, ApiJsonContext.Default.ProblemResponse, cancellationToken).ConfigureAwait(false)
            : null;

    private static Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        answer.Content.ReadFromJsonAsync(type, cancellationToken);
}
