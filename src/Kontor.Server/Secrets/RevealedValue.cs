using System.Net.Mime;
using System.Text.Json;
using Kontor.Engine.Secrets;

namespace Kontor.Server.Secrets;

/// <summary>A secret for a program: <c>{"value":"…"}</c>, the only answer of Kontor that has one.</summary>
internal sealed class RevealedValue(SecretText secret) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaTypeNames.Application.Json;
        RevealPage.AddHeaders(response.Headers);
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("value", secret.Reveal());
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
