using Kontor.Architecture.Tests.Rooms;

namespace Kontor.Architecture.Tests;

public sealed class FolderTests
{
    private static readonly string[] SaysNothing = ["Utils", "Helpers", "Services", "Models"];

    /// <summary>Folders beside the capabilities, and what they are for.</summary>
    private static readonly Dictionary<string, string[]> Beside = new()
    {
        ["src/Kontor.Api"] = [],
        ["src/Kontor.Server"] = ["Host", "Demo", "Simulated"], // composition root and host verbs; the demo; time of a simulated cloud
        ["src/Kontor.Cli"] = ["Host"], // handing host verbs over
        ["tests/Kontor.Engine.Tests"] = [],
        ["tests/Kontor.Server.Tests"] = ["Host", "Demo", "Simulated"],
        ["tests/Kontor.Cli.Tests"] = ["Host"],
    };

    public static TheoryData<string> Projects => [.. Beside.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_capability_has_the_same_folder_name_in_every_project(string project) =>
        Expect.None(Repository.FoldersIn(project).Except(Floors.OfEngine.Of.Keys).Except(Beside[project]));

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("bench")]
    [InlineData("eng")]
    public void No_folder_has_a_name_that_says_nothing(string path) =>
        Assert.DoesNotContain(Repository.FoldersBelow(path), folder => SaysNothing.Contains(Path.GetFileName(folder)));

    [Fact]
    public void Folders_are_really_looked_into() =>
        Assert.Contains("src/Kontor.Engine/Common/Events", Repository.FoldersBelow("src"));
}
