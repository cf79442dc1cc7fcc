using System.Net;

namespace Kontor.Cli.Tests.Common;

public sealed class FailureTests : IDisposable
{
    private const string Ask = "GET /api/v1/orders/x";

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(400, 10)]
    [InlineData(401, 16)]
    [InlineData(403, 13)]
    [InlineData(404, 11)]
    [InlineData(405, 10)]
    [InlineData(409, 12)]
    [InlineData(413, 10)]
    [InlineData(422, 14)]
    [InlineData(500, 15)]
    [InlineData(503, 15)]
    public async Task Each_kind_of_problem_has_its_exit_code_and_the_servers_own_sentence(int status, int code)
    {
        _cli.Server.OnProblem(Ask, (HttpStatusCode)status, "some.code", "This is why.");

        Assert.Equal(new Outcome(code, "", "kontor: This is why.\n"), await _cli.RunAsync("orders", "show", "x"));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Welcome</html>")]
    [InlineData(200, "application/json", "<html>")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(200, "application/json", "[1]")]
    [InlineData(404, "text/html", "<html>")]
    [InlineData(502, "text/html", "<html>Bad gateway</html>")]
    [InlineData(302, "text/html", "")]
    [InlineData(404, "application/problem+json", "not json")]
    [InlineData(401, "application/json", "{\"error\":\"proxy\"}")]
    public async Task What_is_not_kontor_is_told_from_kontor(int status, string type, string text)
    {
        _cli.Server.On(Ask, () => Stub.Text((HttpStatusCode)status, type, text));

        var outcome = await _cli.RunAsync("orders", "show", "x");

        Assert.Equal((18, ""), (outcome.ExitCode, outcome.Output));
        Assert.Matches("^kontor: [^\n]+ http://127.0.0.1:5580 is not [^\n]+[.?]\n$", outcome.Errors);
    }

    [Fact]
    public async Task A_server_of_an_older_release_is_named_as_the_reason()
    {
        _cli.Server.OnProblem(Ask, HttpStatusCode.NotFound, "http.route_not_found", "There is nothing at this address.");

        Assert.Equal(
            new Outcome(18, "", "kontor: Kontor at http://127.0.0.1:5580 does not have this: it is of an older release than this kontor, so update it.\n"),
            await _cli.RunAsync("orders", "show", "x"));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "Kontor does not answer at http://127.0.0.1:5580: is it running?")]
    [InlineData(HttpRequestError.NameResolutionError, "The host of http://127.0.0.1:5580 is not known")]
    [InlineData(HttpRequestError.SecureConnectionError, "The connection to http://127.0.0.1:5580 is not safe")]
    [InlineData(HttpRequestError.ResponseEnded, "The connection to http://127.0.0.1:5580 broke")]
    public async Task A_broken_network_has_one_exit_code_and_a_sentence_for_each_reason(HttpRequestError error, string beginning)
    {
        _cli.Server.On(Ask, () => throw new HttpRequestException(error, "reason"));

        var outcome = await _cli.RunAsync("orders", "show", "x");

        Assert.Equal((17, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"kontor: {beginning}", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_too_long_is_a_network_failure()
    {
        _cli.Server.On(Ask, () => throw new TaskCanceledException("timeout", new TimeoutException()));

        var outcome = await _cli.RunAsync("orders", "show", "x");

        Assert.Equal(17, outcome.ExitCode);
        Assert.Contains("did not answer in time", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_is_shown_with_its_place()
    {
        _cli.Server.On(Ask, () => throw new InvalidOperationException("A bug."));

        var outcome = await _cli.RunAsync("orders", "show", "x");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("InvalidOperationException: A bug.\n   at ", outcome.Errors, StringComparison.Ordinal);
    }
}
