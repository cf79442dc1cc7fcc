using System.Net;
using System.Text.Json;
using Kontor.Api.Operations;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Tests.Common;

/// <summary>What a customer or a provider writes never steers the terminal of the person who looks at it.</summary>
public sealed class UnsafeTextTests : IDisposable
{
    private const string Evil = "\e[2J\e]0;gone\a\u009b31m\r\nFAKE  ROW\u202e\b";

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("table", false)]
    [InlineData("table", true)]
    [InlineData("json", true)]
    [InlineData("jsonl", true)]
    [InlineData("yaml", true)]
    public async Task In_a_list(string format, bool terminal)
    {
        _cli.Server.OnList("GET /api/v1/instances?limit=200", Samples.Instance(label: Evil));
        _cli.Terminal = terminal;

        var outcome = await _cli.RunAsync("instances", "list", "--output", format);

        AssertHarmless(outcome.Output);
        Assert.Contains("FAKE", outcome.Output, StringComparison.Ordinal);
        Assert.True(format != "table" || outcome.Output.Count(letter => letter == '\n') == 2, "a row is one line");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_details(bool terminal)
    {
        _cli.Server.On("GET /api/v1/instances/INS1", Samples.Instance(label: Evil));
        _cli.Terminal = terminal;

        AssertHarmless((await _cli.RunAsync("instances", "show", "INS1")).Output);
    }

    [Fact]
    public async Task In_steps_and_in_the_reason_of_a_failure()
    {
        var failed = Samples.Operation(OperationStatus.Failed, "accepted") with { Problem = new() { Code = "x.y", Detail = Evil } };
        _cli.Server.On("GET /api/v1/operations/OP1", failed with { Steps = [new() { At = Samples.At, State = Evil, Text = Evil }], Type = Evil, State = Evil });
        _cli.Terminal = true;

        AssertHarmless((await _cli.RunAsync("operations", "wait", "OP1")).Errors);
    }

    [Fact]
    public async Task In_a_refusal()
    {
        _cli.Server.OnProblem("GET /api/v1/orders/x", HttpStatusCode.NotFound, "orders.not_found", Evil);

        AssertHarmless((await _cli.RunAsync("orders", "show", "x")).Errors);
    }

    [Theory]
    [InlineData("orders", $"x{Evil}")]
    [InlineData("orders", "list", "--limit", Evil)]
    [InlineData("orders", "list", "--columns", Evil)]
    [InlineData("orders", "list", "--url", Evil)]
    public async Task In_what_was_typed(params string[] args) => AssertHarmless((await _cli.RunAsync(args)).Errors);

    [Fact]
    public async Task Markup_of_the_table_library_is_text()
    {
        _cli.Server.OnList("GET /api/v1/instances?limit=200", Samples.Instance(label: "[red]web[/] [[1]]"));
        _cli.Terminal = true;

        Assert.Contains("[red]web[/] [[1]]", (await _cli.RunAsync("instances", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_json_the_text_is_spelt_out_and_complete()
    {
        _cli.Server.OnList("GET /api/v1/instances?limit=200", Samples.Instance(label: Evil));

        var outcome = await _cli.RunAsync("instances", "list", "--output", "json");

        Assert.Equal(Evil, JsonDocument.Parse(outcome.Output).RootElement[0].GetProperty("label").GetString());
    }

    // The colours of the command line itself are the only sequences there may be.
    private static void AssertHarmless(string text)
    {
        var own = System.Text.RegularExpressions.Regex.Replace(text, @"\e\[[0-9;]*m|\r\e\[2K|\n", "");
        Assert.DoesNotContain(own.EnumerateRunes().ToList(), rune => Visible.Steers(rune));
        Assert.NotEmpty(text);
    }
}
