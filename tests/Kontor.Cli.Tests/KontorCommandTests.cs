namespace Kontor.Cli.Tests;

public sealed class KontorCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    public async Task Help_lists_exactly_the_commands_of_this_release(params string[] arguments)
    {
        using var release = new ReleaseFolder();

        var outcome = await release.RunAsync(arguments);

        Assert.Equal(
            [
                "orders", "subjects", "instances", "snapshots", "add-ons", "bulk", "operations", "findings", "tasks", "plans", "regions", "images", "purchases", "events", "installation",
                "config", "search", "completion", "serve", "demo", "simulate", "keys", "catalog", "audit", "secrets", "backup", "restore", "migrate",
            ],
            ListedVerbs(outcome.Output));
        Assert.Equal(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("srve")]
    [InlineData("--bogus")]
    [InlineData("Serve")]
    [InlineData("--", "serve")]
    public async Task An_unknown_command_is_one_sentence_and_exit_code_2(params string[] arguments)
    {
        using var release = new ReleaseFolder();

        var outcome = await release.RunAsync(arguments);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Matches("^kontor: '.+' is not an? (command|option) of this release; ('kontor --help' lists them\\.|did you mean 'serve'\\?)\n$", outcome.Errors);
    }

    private static IEnumerable<string> ListedVerbs(string help) => help
        .Split('\n')
        .SkipWhile(line => line != "Commands:")
        .Skip(1)
        .Where(line => line.Length > 0)
        .Select(line => line.Trim().Split(' ')[0]);
}
