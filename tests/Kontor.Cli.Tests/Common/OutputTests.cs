using System.Text.Json;
using Kontor.Api;
using Kontor.Api.Compute;
using YamlDotNet.Serialization;

namespace Kontor.Cli.Tests.Common;

public sealed class OutputTests : IDisposable
{
    private readonly CommandLine _cli = new() { Server = new Stub().OnList(List, Samples.Instance(), Samples.Instance("INS2", "")) };

    private const string List = "GET /api/v1/instances?limit=200";

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_table_that_goes_to_a_program_is_plain_and_has_no_trailing_blanks()
    {
        var outcome = await _cli.RunAsync("instances", "list", "--columns", "id,status,label,ipv4,paid-until");

        Assert.Equal(
            """
            ID    STATUS   LABEL  IPV4          PAID UNTIL
            INS1  running  web 1  198.51.100.7  2026-12-02
            INS2  running  -      198.51.100.7  2026-12-02

            """,
            outcome.Output);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public async Task On_a_terminal_a_table_has_colours_and_no_line_is_broken()
    {
        _cli.Terminal = true;
        var outcome = await _cli.RunAsync("instances", "list");

        Assert.Contains("\e[32mrunning\e[0m", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(3, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task A_terminal_without_colours_gets_the_plain_table(string name, string value)
    {
        var plain = await _cli.RunAsync("instances", "list");
        (_cli.Terminal, _cli.Variables[name]) = (true, value);

        Assert.Equal(plain.Output, (await _cli.RunAsync("instances", "list")).Output);
    }

    [Fact]
    public async Task Json_is_an_array_of_the_records_of_rest()
    {
        var outcome = await _cli.RunAsync("instances", "list", "--output", "json");

        Assert.Equal(
            [Samples.Instance(), Samples.Instance("INS2", "")],
            JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray().Select(one => one.Deserialize<InstanceResponse>(KontorJson.Options)));
        Assert.StartsWith("[\n  {\n    \"id\": \"INS1\",\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jsonl_is_one_record_a_line_exactly_as_rest_writes_it()
    {
        var outcome = await _cli.RunAsync("instances", "list", "-o", "jsonl");

        Assert.Equal(JsonSerializer.Serialize(Samples.Instance(), KontorJson.Options), outcome.Output.Split('\n')[0]);
        Assert.Equal(2, outcome.Output.Count(letter => letter == '\n'));
    }

    [Theory]
    [InlineData("INS1", "web 1")]
    [InlineData("01", "no")]
    [InlineData("1e3", "key: value # no comment")]
    [InlineData("~", "- item")]
    [InlineData("y", " blank ")]
    [InlineData("0x1F", "\"quoted\" 'twice' \\n")]
    [InlineData("null", "ünïcode ☃ 😀")]
    [InlineData("2026-11-01", "a\nb\tc\r\n")]
    [InlineData("a\u001b[31m\u009b\u202e\u0085\u2028", "[red]x[/]")]
    public async Task Yaml_reads_back_as_the_same_texts(string id, string label)
    {
        using var cli = new CommandLine { Server = new Stub().OnList(List, Samples.Instance(id, label), Samples.Instance()) };

        var outcome = await cli.RunAsync("instances", "list", "-o", "yaml");

        var read = new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object?>>>(outcome.Output);
        Assert.Equal([id, "INS1"], read.Select(one => one["id"]));
        Assert.Equal([label, "web 1"], read.Select(one => one["label"]));
        Assert.Equal(["gone: false", "providerId: 202600001", "subjectId: SUB1"], Lines(outcome, "gone:", "providerId:", "subjectId:"));
    }

    [Theory]
    [InlineData("json", "[]\n")]
    [InlineData("jsonl", "")]
    [InlineData("yaml", "[]\n")]
    [InlineData("table", "")]
    public async Task An_empty_list_is_empty_data_and_a_sentence(string format, string expected)
    {
        using var cli = new CommandLine { Server = new Stub().OnList<InstanceResponse>(List) };

        Assert.Equal(new Outcome(0, expected, "There is no instance.\n"), await cli.RunAsync("instances", "list", "--output", format));
    }

    [Fact]
    public async Task One_record_is_shown_field_by_field()
    {
        _cli.Server.On("GET /api/v1/orders/ORD1", Samples.Sealed);

        var outcome = await _cli.RunAsync("orders", "show", "ORD1");

        Assert.Matches("\nsubject\\.fingerprint\\.client +7\n", outcome.Output);
        Assert.Matches("\nprice\\.committed +4\\.50 EUR\n", outcome.Output);
    }

    [Fact]
    public async Task Parts_of_a_record_stand_in_a_table_below()
    {
        _cli.Server.On("GET /api/v1/operations/OP1", Samples.Operation(steps: ["accepted", "succeeded"]));

        var outcome = await _cli.RunAsync("operations", "show", "OP1");

        Assert.EndsWith(
            "\n\nsteps\nAT                    STATE      TEXT\n2026-11-02T09:30:00Z  accepted   Now accepted.\n2026-11-02T09:30:00Z  succeeded  Now succeeded.\n",
            outcome.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task One_record_as_json_is_the_record(string format)
    {
        _cli.Server.On("GET /api/v1/orders/ORD1", Samples.Sealed);

        var outcome = await _cli.RunAsync("orders", "show", "ORD1", "--output", format);

        Assert.Equal(JsonSerializer.Serialize(Samples.Sealed, KontorJson.Options), JsonSerializer.Serialize(JsonDocument.Parse(outcome.Output).RootElement));
    }

    [Fact]
    public async Task A_column_that_does_not_exist_is_answered_with_those_that_do()
    {
        var outcome = await _cli.RunAsync("orders", "list", "--columns", "id,colour");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("kontor: There is no column 'colour': choose from id, subject, ", outcome.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(Outcome outcome, params string[] beginnings) => outcome.Output.Split('\n')
        .Select(line => line.Trim())
        .Where(line => beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal)))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
