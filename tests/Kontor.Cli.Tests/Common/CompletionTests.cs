using System.Net;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Common;

public sealed class CompletionTests : IDisposable
{
    private readonly CommandLine _cli = new()
    {
        Server = new Stub()
            .OnList("GET /api/v1/instances?limit=200", Samples.Instance(), Samples.Instance("INS2"), Samples.Instance("X", "evil\e[2J\tname"))
            .OnList("GET /api/v1/operations?limit=200", Samples.Operation(OperationStatus.Running)),
    };

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("kontor or", "orders")]
    [InlineData("./kontor instances st", "start stop")]
    [InlineData("kontor instances stop ", "INS1 INS2 X")]
    [InlineData("kontor instances stop IN", "INS1 INS2")]
    [InlineData("kontor instances stop --no-wait INS2", "INS2")]
    [InlineData("kontor operations watch ", "OP1")]
    [InlineData("kontor instances stop INS1 ", "")]
    [InlineData("kontor instances stop INS1 --no", "--no-wait")]
    [InlineData("kontor orders list --output ", "json jsonl table yaml")]
    [InlineData("kontor orders list -o y", "yaml")]
    [InlineData("kontor --output json orders l", "list")]
    [InlineData("kontor operations list --status n", "needs_attention")]
    [InlineData("kontor operations list --st", "--status")]
    [InlineData("kontor orders list --url", "--url")]
    [InlineData("kontor orders list --subject ", "")]
    [InlineData("kontor completion ", "bash fish zsh")]
    [InlineData("kontor ser", "serve")]
    [InlineData("kontor __", "")]
    [InlineData("kontor nothing ", "")]
    [InlineData("", "")]
    public async Task What_can_follow_is_offered(string line, string words)
    {
        var outcome = await _cli.RunAsync("__complete", line);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.True(line.Length == 0 || words == string.Join(' ', outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t')[0])), outcome.Output);
    }

    [Fact]
    public async Task Each_has_a_few_safe_words_about_it()
    {
        var outcome = await _cli.RunAsync("__complete", "kontor instances stop ");

        Assert.Equal("X\tevil\\u001B[2J\\u0009name 198.51.100.7 running", outcome.Output.Split('\n')[2]);
    }

    [Fact]
    public async Task Without_a_server_there_is_nothing_to_offer_and_nothing_to_say()
    {
        using var cli = new CommandLine { Server = new Stub().OnProblem("GET /api/v1/instances?limit=200", HttpStatusCode.Unauthorized, "x.y", "No.") };

        Assert.Equal(new Outcome(0, "", ""), await cli.RunAsync("__complete", "kontor instances stop "));
        cli.Variables.Clear();
        Assert.Equal(new Outcome(0, "", ""), await cli.RunAsync("__complete", "kontor instances stop "));
    }

    [Fact]
    public async Task The_script_for_bash_asks_kontor_and_offers_what_it_says()
    {
        using var release = new ReleaseFolder();
        var script = Path.Combine(_cli.Home, "try.sh");
        await File.WriteAllTextAsync(script, "eval \"$(kontor completion bash)\"\nCOMP_WORDS=(kontor)\nCOMP_LINE='kontor orders s'\nCOMP_POINT=15\n_kontor\necho \"${COMPREPLY[@]}\"\n", TestContext.Current.CancellationToken);

        var outcome = await release.RunShellAsync("bash", script);

        Assert.Equal(new Outcome(0, "show\n", ""), outcome);
    }

    [Theory]
    [InlineData("zsh", "compdef _kontor kontor")]
    [InlineData("fish", "complete -c kontor")]
    public async Task There_is_a_script_for_other_shells(string shell, string part) =>
        Assert.Contains(part, (await _cli.RunAsync("completion", shell)).Output, StringComparison.Ordinal);
}
