using System.Text;
using System.Text.Encodings.Web;
using Kontor.Engine.Secrets;
using Microsoft.Net.Http.Headers;

namespace Kontor.Server.Secrets;

/// <summary>The pages of a one-time link: no script, no style, no picture, nothing kept by a browser and nothing told to others.</summary>
internal sealed class RevealPage : IResult
{
    private const string Policy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private readonly int _status;
    private readonly string _body;

    private RevealPage(int status, string body) => (_status, _body) = (status, body);

    /// <summary>Asks before anything is shown.</summary>
    public static RevealPage Ask(string purpose) => new(StatusCodes.Status200OK, $"""
        <p>{HtmlEncoder.Default.Encode(purpose)}</p>
        <p>It is shown once. Afterwards this link is used up and nobody can show it again.</p>
        <form method="post"><button type="submit">Show it</button></form>
        """);

    /// <summary>Shows the secret.</summary>
    public static RevealPage Show(SecretText secret) => new(StatusCodes.Status200OK, $"""
        <pre>{HtmlEncoder.Default.Encode(secret.Reveal())}</pre>
        <p>Keep it now: this link is used up, and the page does not come back.</p>
        """);

    /// <summary>The one answer to whatever cannot be shown, to the byte, so that nobody learns which of it is so.</summary>
    public static RevealPage Gone() =>
        new(StatusCodes.Status404NotFound, "<p>This link was used, has expired, or never was.</p>");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _status;
        response.ContentType = "text/html; charset=utf-8";
        AddHeaders(response.Headers);
        var page = Encoding.UTF8.GetBytes(Whole(_body));
        response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(page, httpContext.RequestAborted);
        }
    }

    /// <summary>What every answer behind a link carries.</summary>
    public static void AddHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers[HeaderNames.Vary] = HeaderNames.Accept;
    }

    private static string Whole(string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <meta name="referrer" content="no-referrer">
        <title>One-time link</title>
        </head>
        <body>
        {body}
        </body>
        </html>

        """;
}
