using System.Net;
using System.Text;
using System.Text.Json;
using Kontor.Api;
using Kontor.Api.Common;

namespace Kontor.Server.Tests.Host;

/// <summary>An answer as it came, for tests of what is on the wire.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Text, string? Location)
{
    public ProblemResponse Problem => JsonSerializer.Deserialize<ProblemResponse>(Text, KontorJson.Options)!;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
}

internal static class HttpExtensions
{
    public static Task<Answer> GetAnswerAsync(this HttpClient http, string path) => SendAsync(http, new HttpRequestMessage(HttpMethod.Get, path));

    public static Task<Answer> PostJsonAsync(this HttpClient http, string path, string body, params string[] idempotencyKeys)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var key in idempotencyKeys)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return SendAsync(http, request);
    }

    public static async Task<Answer> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(
                answer.StatusCode,
                answer.Content.Headers.ContentType?.MediaType,
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                answer.Headers.Location?.OriginalString);
        }
    }
}
