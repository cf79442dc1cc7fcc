using System.Xml.Linq;

namespace Kontor.Architecture.Tests.Projects;

public sealed class ReferenceTests
{
    /// <summary>Which project may know which. The simulated cloud knows none: it would share the client's mistakes.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["src/Kontor.Contabo"] = [],
        ["src/Kontor.Contabo.Simulator"] = [],
        ["src/Kontor.Engine"] = ["src/Kontor.Contabo"],
        ["src/Kontor.Api"] = [],
        ["src/Kontor.Server"] = ["src/Kontor.Engine", "src/Kontor.Api", "src/Kontor.Contabo"],
        ["src/Kontor.Cli"] = ["src/Kontor.Api"],
        ["samples/Shop"] = ["src/Kontor.Api"],
    };

    [Fact]
    public void A_project_refers_only_to_those_it_may_know() => Expect.None(ProjectFile.Shipped.SelectMany(Forbidden));

    [Fact]
    public void Every_project_that_ships_is_in_the_table() =>
        Expect.None(ProjectFile.Shipped.Select(project => project.Folder).Except(MayKnow.Keys));

    [Fact]
    public void No_project_takes_code_past_its_references() => Expect.None(ProjectFile.Shipped.SelectMany(project => project.Smuggled));

    [Fact]
    public void References_are_really_read() =>
        Assert.Equal(MayKnow["src/Kontor.Server"].Order(), ProjectFile.Shipped.Single(IsServer).References.Order());

    [Fact]
    public void The_rule_can_fail_and_names_the_reference() => Assert.Equal(
        ["src/Kontor.Contabo.Simulator -> src/Kontor.Contabo"],
        Forbidden(Simulator("""<ProjectReference Include="..\Kontor.Contabo\Kontor.Contabo.csproj" />""")));

    [Fact]
    public void A_shared_source_file_is_seen() =>
        Assert.Equal(["../Kontor.Contabo/Wire.cs"], Simulator("""<Compile Include="../Kontor.Contabo/Wire.cs" />""").Smuggled);

    private static IEnumerable<string> Forbidden(ProjectFile project) => project.References
        .Except(MayKnow.GetValueOrDefault(project.Folder, []))
        .Select(reference => $"{project.Folder} -> {reference}");

    private static bool IsServer(ProjectFile project) => project.Folder == "src/Kontor.Server";

    private static ProjectFile Simulator(string item) =>
        new("src/Kontor.Contabo.Simulator", XDocument.Parse($"<Project><ItemGroup>{item}</ItemGroup></Project>"));
}
