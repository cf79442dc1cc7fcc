using System.Net;
using System.Text.Json;
using Kontor.Api;

namespace Kontor.Cli.Common;

/// <summary>What to say about something that went wrong, and how to end.</summary>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Sentence">One sentence for a person; null when everything was said.</param>
internal sealed record Failure(int ExitCode, string? Sentence)
{
    /// <summary>Explains an exception; null when it is a bug.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="server">The address that was asked.</param>
    public static Failure? Of(Exception exception, string server) => exception switch
    {
        CliException known => new(known.ExitCode, known.Message),
        KontorApiException refusal => OfRefusal(refusal, server),
        HttpRequestException broken => new(Cli.ExitCode.Network, Broken(broken, server)),
        JsonException or NotSupportedException => new(
            Cli.ExitCode.NotKontor, $"The answer of {server} is not one that this kontor reads: is it Kontor, and of the same release?"),
        OperationCanceledException { InnerException: TimeoutException } => new(
            Cli.ExitCode.Network, $"Kontor at {server} did not answer in time: try again, or look at its log."),
        OperationCanceledException => new(Cli.ExitCode.Interrupted, null),
        IOException { InnerException: null } pipe when pipe.Message.StartsWith("Broken pipe", StringComparison.Ordinal) => new(Cli.ExitCode.BrokenPipe, null),
        _ => null,
    };

    /// <summary>Whether a request that ended so was certainly not carried out.</summary>
    public static bool IsDefinite(Exception exception) =>
        exception is CliException or KontorApiException { Problem: not null, Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError };

    private static Failure OfRefusal(KontorApiException refusal, string server) => refusal switch
    {
        { Problem: null } => new(
            Cli.ExitCode.NotKontor,
            $"What answers at {server} is not Kontor (status {(int)refusal.Status}): check the address and what stands between."),
        { Code: "http.route_not_found" } => new(
            Cli.ExitCode.NotKontor, $"Kontor at {server} does not have this: it is of an older release than this kontor, so update it."),
        _ => new(CodeOf(refusal.Status), refusal.Detail),
    };

    private static int CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => Cli.ExitCode.Unauthenticated,
        HttpStatusCode.Forbidden => Cli.ExitCode.Forbidden,
        HttpStatusCode.NotFound => Cli.ExitCode.NotFound,
        HttpStatusCode.Conflict => Cli.ExitCode.Conflict,
        HttpStatusCode.UnprocessableEntity => Cli.ExitCode.Refused,
        < HttpStatusCode.InternalServerError => Cli.ExitCode.Invalid,
        _ => Cli.ExitCode.Unavailable,
    };

    private static string Broken(HttpRequestException broken, string server) => broken.HttpRequestError switch
    {
        HttpRequestError.ConnectionError =>
            $"Kontor does not answer at {server}: is it running? 'kontor serve' starts it, --url or KONTOR_URL names another address.",
        HttpRequestError.NameResolutionError => $"The host of {server} is not known: correct --url, KONTOR_URL or cli.json.",
        HttpRequestError.SecureConnectionError =>
            $"The connection to {server} is not safe ({broken.InnerException?.Message ?? broken.Message}): correct its certificate or the address.",
        _ => $"The connection to {server} broke ({broken.Message}): try again.",
    };
}
