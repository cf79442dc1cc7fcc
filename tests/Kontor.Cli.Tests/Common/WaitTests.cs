using System.Net;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Common;

public sealed class WaitTests : IDisposable
{
    private const string Look = "GET /api/v1/operations/OP1";

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(OperationStatus.Succeeded, 0)]
    [InlineData(OperationStatus.Failed, 21)]
    [InlineData(OperationStatus.NeedsAttention, 22)]
    [InlineData(OperationStatus.Cancelled, 23)]
    public async Task Each_end_has_its_own_exit_code_and_the_operation_is_data(OperationStatus status, int code)
    {
        _cli.Server.On(Look, Samples.Operation(status, "accepted"));

        var outcome = await _cli.RunAsync("operations", "wait", "OP1", "-o", "jsonl");

        Assert.Equal(code, outcome.ExitCode);
        Assert.StartsWith("""{"id":"OP1",""", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_needs_a_person_names_the_reason_and_the_next_step()
    {
        _cli.Server.On(Look, Samples.Operation(OperationStatus.NeedsAttention, "accepted"));

        Assert.EndsWith(
            "\nkontor: Operation OP1 waits for a person: Nobody knows. Then 'kontor operations resume OP1' looks again and goes on, "
                + "or 'kontor operations give-up OP1' ends it.\n",
            (await _cli.RunAsync("operations", "watch", "OP1")).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_the_last_line_says_what_is_going_on_and_goes_away()
    {
        _cli.Server.On(Look, Samples.Operation(OperationStatus.Running, "accepted"), Samples.Operation(OperationStatus.Succeeded, "accepted", "succeeded"));
        _cli.Terminal = true;

        Assert.Equal(
            "2026-11-02T09:30:00Z  accepted            Now accepted.\n\e[2minstance.create: accepted, 0 s ...\e[0m\r\e[2K"
                + "2026-11-02T09:30:00Z  succeeded           Now succeeded.\n",
            (await _cli.RunAsync("operations", "wait", "OP1")).Errors);
    }

    [Fact]
    public async Task Who_interrupts_the_waiting_is_told_that_the_operation_goes_on()
    {
        _cli.Server.On(Look, Samples.Operation(OperationStatus.Running, "accepted"));
        _cli.Server.Before = _ =>
        {
            if (_cli.Server.Requests.Count == 3)
            {
                _cli.Interrupt.Cancel();
            }
        };

        var outcome = await _cli.RunAsync("operations", "wait", "OP1");

        Assert.Equal((130, ""), (outcome.ExitCode, outcome.Output));
        Assert.EndsWith(
            "\nNo longer waiting; operation OP1 goes on: 'kontor operations wait OP1' waits again, 'kontor operations show OP1' shows it.\n",
            outcome.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_started_again_is_waited_for()
    {
        var looks = 0;
        _cli.Server.On(Look, Samples.Operation(OperationStatus.Succeeded, "accepted"));
        _cli.Server.Before = _ =>
        {
            if (++looks < 5)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
            }
        };

        var outcome = await _cli.RunAsync("operations", "wait", "OP1");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Single(outcome.Errors.Split('\n'), line => line == "Kontor at http://127.0.0.1:5580 does not answer just now; still trying.");
    }

    [Fact]
    public async Task A_server_that_stays_away_ends_the_waiting_and_not_the_operation()
    {
        _cli.Server.Before = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

        var outcome = await _cli.RunAsync("operations", "wait", "OP1");

        Assert.Equal((17, 60), (outcome.ExitCode, _cli.Server.Requests.Count));
        Assert.Contains("operation OP1 goes on", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_look_is_a_refusal()
    {
        _cli.Server.OnProblem(Look, HttpStatusCode.NotFound, "operations.not_found", "There is no such operation.");

        Assert.Equal(new Outcome(11, "", "kontor: There is no such operation.\n"), await _cli.RunAsync("operations", "wait", "OP1"));
    }
}
