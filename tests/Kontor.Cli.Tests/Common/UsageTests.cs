namespace Kontor.Cli.Tests.Common;

public sealed class UsageTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("order", "'order' is not a command of this release; did you mean 'orders'?")]
    [InlineData("serv", "'serv' is not a command of this release; did you mean 'serve'?")]
    [InlineData("orders lst", "'lst' is not a command of 'kontor orders'; did you mean 'list'?")]
    [InlineData("instances reboot", "'reboot' is not a command of 'kontor instances'; 'kontor instances --help' lists them.")]
    [InlineData("subjects open", "'open' is not a command of 'kontor subjects'; did you mean 'open-generation'?")]
    [InlineData("orders list --subjct S", "'--subjct' is not an option of 'kontor orders list'; did you mean '--subject'?")]
    [InlineData("orders list --api-key kontor_secret", "'--api-key' is not an option of 'kontor orders list'; did you mean '--api-key-file'?")]
    [InlineData("orders show A B", "'B' is not an argument of 'kontor orders show'; 'kontor orders show --help' lists them.")]
    [InlineData("orders show", "'kontor orders show' needs ORDER; 'kontor orders show --help' explains it.")]
    [InlineData("orders list --limit 0", "--limit must be a whole number from 1, not '0'.")]
    [InlineData("orders list --limit -1", "--limit must be a whole number from 1, not '-1'.")]
    [InlineData("orders list --limit 99999999999", "--limit must be a whole number from 1, not '99999999999'.")]
    [InlineData("orders list --limit", "Required argument missing for option: '--limit'.")]
    [InlineData("orders list --output xml", "--output must be one of table, json, jsonl, yaml, not 'xml'.")]
    [InlineData("--output xml", "--output must be one of table, json, jsonl, yaml, not 'xml'.")]
    [InlineData("operations list --status done", "--status must be one of pending, running, needs_attention, succeeded, failed, cancelled, not 'done'.")]
    [InlineData("findings list --state closed", "--state must be one of open, ignored, resolved, all, not 'closed'.")]
    [InlineData("events list --after -1", "--after must be a whole number from 0, not '-1'.")]
    [InlineData("completion tcsh", "There is no completion for 'tcsh': there is for bash, zsh and fish.")]
    [InlineData("[suggest] x", "'x' is not a command of this release; 'kontor --help' lists them.")]
    [InlineData("orders show A @file", "'@file' is not an argument of 'kontor orders show'; 'kontor orders show --help' lists them.")]
    public async Task What_is_not_understood_is_one_sentence_and_exit_code_2(string line, string sentence)
    {
        Assert.Equal(new Outcome(2, "", $"kontor: {sentence}\n"), await _cli.RunAsync(line.Split(' ')));
        Assert.Empty(_cli.Server.Requests);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("orders --help")]
    [InlineData("orders -h")]
    public async Task A_noun_alone_shows_its_verbs(string line)
    {
        var outcome = await _cli.RunAsync(line.Split(' '));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("\n  create ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_given_to_who_has_not_got_the_rest_right_yet() =>
        Assert.Equal(0, (await _cli.RunAsync("orders", "create", "--limit", "--help")).ExitCode);

    [Theory]
    [InlineData("pending")]
    [InlineData("needs_attention")]
    public async Task An_id_may_begin_like_an_option_after_two_dashes(string id)
    {
        _cli.Server.On($"GET /api/v1/orders/--{id}", Samples.Sealed);

        Assert.Equal(0, (await _cli.RunAsync("orders", "show", "--", $"--{id}")).ExitCode);
    }
}
