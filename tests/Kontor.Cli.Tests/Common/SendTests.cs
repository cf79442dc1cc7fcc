using System.Net;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Common;

public sealed class SendTests : IDisposable
{
    private const string Stop = "POST /api/v1/instances/INS1/stop";
    private const string Look = "GET /api/v1/operations/OP1";

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_wish_is_sent_once_under_a_fresh_name_and_waited_for()
    {
        _cli.Server.On(Stop, Samples.Operation(OperationStatus.Pending)).On(
            Look, Samples.Operation(OperationStatus.Running, "accepted"), Samples.Operation(OperationStatus.Succeeded, "accepted", "succeeded"));

        var outcome = await _cli.RunAsync("instances", "stop", "INS1");

        Assert.Equal([Stop, Look, Look], _cli.Server.Requests);
        Assert.Equal(["cli-fresh"], _cli.Server.IdempotencyKeys);
        Assert.Equal(
            """
            2026-11-02T09:30:00Z  accepted            Now accepted.
            2026-11-02T09:30:00Z  succeeded           Now succeeded.

            """,
            outcome.Errors);
        Assert.StartsWith("ID   TYPE             STATUS     STATE ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("instances start INS1", "instances/INS1/start")]
    [InlineData("instances restart INS1", "instances/INS1/restart")]
    [InlineData("instances shutdown INS1", "instances/INS1/shutdown")]
    [InlineData("instances stop a/../b", "instances/a%2F..%2Fb/stop")]
    [InlineData("operations resume OP1", "operations/OP1/resume")]
    public async Task Without_waiting_the_operation_is_shown_as_it_was_accepted(string line, string path)
    {
        _cli.Server.On($"POST /api/v1/{path}", Samples.Operation(OperationStatus.Pending));

        var outcome = await _cli.RunAsync([.. line.Split(' '), "--no-wait", "-o", "jsonl"]);

        Assert.Equal([$"POST /api/v1/{path}"], _cli.Server.Requests);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("\"status\":\"pending\"", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_is_done_at_once()
    {
        _cli.Server.On("POST /api/v1/operations/OP1/give-up", Samples.Operation(OperationStatus.Failed));

        var outcome = await _cli.RunAsync("operations", "give-up", "OP1");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "application/problem+json", 15)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "application/problem+json", 15)]
    [InlineData(HttpStatusCode.BadGateway, "text/html", 18)]
    [InlineData(HttpStatusCode.OK, "text/html", 18)]
    public async Task When_the_outcome_is_not_known_the_name_is_said_by_which_repeating_is_safe(HttpStatusCode status, string type, int code)
    {
        var body = type == "text/html"
            ? "<html>"
            : """{"type":"t","title":"t","status":500,"detail":"Kontor failed.","code":"http.unexpected","field":null,"traceId":null}""";
        _cli.Server.On(Stop, () => Stub.Text(status, type, body));

        var outcome = await _cli.RunAsync("instances", "stop", "INS1");

        Assert.Equal((code, 1), (outcome.ExitCode, _cli.Server.Requests.Count));
        Assert.Contains("'--idempotency-key cli-fresh' is safe, whether or not it arrived", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_says_the_name_too_and_nothing_is_sent_again()
    {
        _cli.Server.On(Stop, () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended."));

        var outcome = await _cli.RunAsync("instances", "stop", "INS1");

        Assert.Equal((17, 1), (outcome.ExitCode, _cli.Server.Requests.Count));
        Assert.Contains("--idempotency-key cli-fresh", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_no_name()
    {
        _cli.Server.OnProblem(Stop, HttpStatusCode.Conflict, "compute.busy", "Another operation is under way.");

        Assert.Equal(new Outcome(12, "", "kontor: Another operation is under way.\n"), await _cli.RunAsync("instances", "stop", "INS1"));
    }

    [Fact]
    public async Task A_given_name_is_sent_as_it_is()
    {
        _cli.Server.On(Stop, Samples.Operation(OperationStatus.Pending));

        await _cli.RunAsync("instances", "stop", "INS1", "--no-wait", "--idempotency-key", "invoice-2001");

        Assert.Equal(["invoice-2001"], _cli.Server.IdempotencyKeys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("käse")]
    [InlineData("line\nend")]
    public async Task A_name_that_cannot_be_sent_is_refused_here(string key)
    {
        var outcome = await _cli.RunAsync("instances", "stop", "INS1", "--idempotency-key", key);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("kontor: --idempotency-key must be 1 to 255 visible ASCII characters, not '", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(_cli.Server.Requests);
    }

    [Fact]
    public async Task A_fresh_name_is_one_that_nobody_else_has()
    {
        var first = Cli.Common.Surroundings.OfProcess().NewIdempotencyKey();

        Assert.Matches("^cli-[0-9a-f]{24}$", first);
        Assert.NotEqual(first, Cli.Common.Surroundings.OfProcess().NewIdempotencyKey());
        await Task.CompletedTask;
    }
}
