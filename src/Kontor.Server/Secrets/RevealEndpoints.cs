using System.Net.Mime;
using Kontor.Engine.Secrets;
using Kontor.Server.Common;

namespace Kontor.Server.Secrets;

/// <summary>
/// The door for whoever holds a one-time link: looking shows a button, and only pressing it shows the secret and burns the
/// link, so that a mail scanner that follows links burns nothing.
/// </summary>
internal static class RevealEndpoints
{
    // The whole rest of the address: whatever is no token gets the same answer as one that was used.
    private const string Address = "/reveal/{**token}";

    public static void Map(WebApplication app)
    {
        app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], LookAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Address, RevealAsync).AllowAnonymous().ExcludeFromDescription();
    }

    internal static async Task<IResult> LookAsync(string? token, RevealSecretHandler handler, CancellationToken cancellationToken) =>
        await handler.PurposeAsync(token, cancellationToken) is { } purpose ? RevealPage.Ask(purpose) : RevealPage.Gone();

    internal static async Task<IResult> RevealAsync(
        string? token, HttpContext context, RevealSecretHandler handler, CancellationToken cancellationToken)
    {
        var secret = await handler.RevealAsync(token, context.Connection.RemoteIpAddress?.ToString(), cancellationToken);
        return (secret, WantsJson(context.Request)) switch
        {
            ({ } shown, true) => new RevealedValue(shown),
            ({ } shown, false) => RevealPage.Show(shown),
            (null, true) => SecretProblems.LinkGone().ToHttp(),
            (null, false) => RevealPage.Gone(),
        };
    }

    /// <summary>A program asks for JSON and nothing else; a browser asks for pages first, whatever else it takes.</summary>
    private static bool WantsJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Any(type => type.MediaType == MediaTypeNames.Application.Json)
            && !accepted.Any(type => type.MediaType == MediaTypeNames.Text.Html);
    }
}
