using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Tests.Common;

/// <summary>Help, manual and reference page, compared with the command tree they are about.</summary>
public sealed partial class PagesTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_help_pages_are_those_that_were_looked_at()
    {
        var pages = new List<string>();
        foreach (var path in Paths(Tree(), []).Prepend([]))
        {
            pages.Add($"$ {string.Join(' ', path.Prepend("kontor").Append("--help"))}\n{(await _cli.RunAsync([.. path, "--help"])).Output}");
        }

        Snapshot.Matches(Repository.PathOf("tests", "Kontor.Cli.Tests", "Common", "help.txt"), string.Concat(pages));
    }

    [Fact]
    public async Task The_manual_in_the_documentation_is_the_one_that_is_made()
    {
        var folder = Path.Combine(_cli.Home, "man");
        Assert.Equal(new Outcome(0, "", ""), await _cli.RunAsync("man", "--directory", folder));

        var made = Directory.GetFiles(folder).Select(Path.GetFileName).Order().ToList();
        foreach (var page in made)
        {
            Snapshot.Matches(Repository.PathOf("docs", "man", page!), await File.ReadAllTextAsync(Path.Combine(folder, page!), TestContext.Current.CancellationToken));
        }

        Assert.Equal(made, Directory.GetFiles(Repository.PathOf("docs", "man"), "*.1").Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_cli.Home, "taken"), "", TestContext.Current.CancellationToken);

        var outcome = await _cli.RunAsync("man", "--directory", Path.Combine(_cli.Home, "taken"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"kontor: The pages cannot be written to {_cli.Home}/taken: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exit_code_has_one_meaning_and_stands_on_the_page()
    {
        var inCode = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetValue(null)!).Order().ToList();

        Assert.Equal(inCode.Distinct(), inCode);
        Assert.Equal(inCode, ExitCodeTexts.All.Select(row => row.Code));
        Assert.Equal(ExitCodeTexts.All.Select(row => $"{row.Code} {row.Meaning}"), Rows(CodeRow()));
    }

    [Fact]
    public void Every_verb_stands_on_the_page_with_its_sentence() => Assert.Equal(
        Tree().Subcommands.OfType<Noun>().SelectMany(noun => noun.Subcommands.Select(verb => $"{noun.Name} {verb.Name} {verb.Description}"))
            .Concat(Tree().Subcommands.OfType<Verb>().Where(verb => !verb.Hidden).Select(verb => $"{verb.Name} {verb.Description}")),
        Rows(VerbRow()));

    [Fact]
    public void Every_command_option_and_argument_is_described_in_a_sentence()
    {
        foreach (var command in Commands(Tree()))
        {
            Assert.EndsWith(".", command.Description, StringComparison.Ordinal);
            Assert.All(command.Options.Concat<Symbol>(command.Arguments), symbol => Assert.True(symbol.Description?.EndsWith('.') == true, $"{command.Name} {symbol.Name}"));
        }
    }

    [Fact]
    public void No_option_takes_the_key_itself() => Assert.DoesNotContain(
        Commands(Tree()).SelectMany(command => command.Options).Select(option => option.Name),
        name => name is "--key" or "--api-key" or "--token" or "--password");

    private RootCommand Tree() => CommandTree.Create(_cli.Surroundings());

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);

    private static IEnumerable<string[]> Paths(Command command, string[] before) => command.Subcommands
        .Where(inner => !inner.Hidden && inner is Noun or Verb)
        .SelectMany(inner => Paths(inner, [.. before, inner.Name]).Prepend([.. before, inner.Name]));

    private static IEnumerable<string> Rows(Regex row) => File.ReadLines(Repository.PathOf("docs", "reference", "command-line.md"))
        .Select(line => row.Match(line))
        .Where(match => match.Success)
        .Select(match => string.Join(' ', match.Groups.Values.Skip(1).Select(group => group.Value)));

    [GeneratedRegex(@"^\| ([0-9]+) \| (.+) \|$")]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"^\| `([a-z][a-z-]*(?: [a-z-]+)?)[^`]*` \| ([^|`]+) \|$")]
    private static partial Regex VerbRow();
}
