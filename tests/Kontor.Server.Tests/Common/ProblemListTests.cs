using System.Text.RegularExpressions;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Common;

/// <summary>The list of problem codes in the documentation, compared with the code that makes them.</summary>
public sealed partial class ProblemListTests
{
    [Fact]
    public void Every_code_stands_in_the_list_and_every_line_of_the_list_in_the_code() =>
        Assert.Equal(CodesInSource().Select(code => code.Code).Order(), CodesInList().Order());

    [Fact]
    public void Every_code_is_made_in_one_place() =>
        Assert.Empty(CodesInSource().GroupBy(code => code.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Codes_are_made_in_the_problems_of_a_capability_and_nowhere_else() =>
        Assert.All(CodesInSource(), code => Assert.EndsWith("Problems.cs", code.File, StringComparison.Ordinal));

    [Fact]
    public void A_code_is_a_capability_and_a_name() =>
        Assert.All(CodesInSource(), code => Assert.Matches("^[a-z]+\\.[a-z_]+$", code.Code));

    [Fact]
    public void Codes_are_really_found() => Assert.Contains(CodesInSource(), code => code.Code == "compute.pending_payment");

    private static List<(string Code, string File)> CodesInSource() =>
    [
        .. from folder in new[] { "Kontor.Engine", "Kontor.Server" }
           from file in Directory.EnumerateFiles(Repository.PathOf("src", folder), "*.cs", SearchOption.AllDirectories)
           where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           from Match code in MadeCode().Matches(File.ReadAllText(file))
           select (code.Groups[1].Value, file),
    ];

    private static IEnumerable<string> CodesInList() =>
        File.ReadLines(Repository.PathOf("docs", "reference", "problems.md")).Select(line => ListedCode().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex("""ProblemKind\.\w+,\s*\$?"([^"]+)"[,)]""")]
    private static partial Regex MadeCode();

    [GeneratedRegex(@"^\| `([^`]+)` \|")]
    private static partial Regex ListedCode();
}
