using Kontor.FaultSimulation.Mutants;

namespace Kontor.FaultSimulation.Tests;

public sealed class MutantTests
{
    public static TheoryData<string> Files => new(Directory
        .EnumerateFiles(Path.Combine(Repository(), "tests/Kontor.FaultSimulation/Mutants"), "*.mutant")
        .Select(file => Path.GetFileName(file)!));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_mutant_still_fits_the_sources_it_breaks(string file)
    {
        var mutant = Mutant.Read(Path.Combine(Repository(), "tests/Kontor.FaultSimulation/Mutants", file));

        Assert.NotEmpty(mutant.Changes);
        Assert.All(mutant.Changes, change => Assert.Equal(2, File.ReadAllText(Path.Combine(Repository(), change.Path)).Split(change.Find).Length));
    }

    [Theory]
    [InlineData("s0-")]
    [InlineData("s1-")]
    [InlineData("s2-")]
    [InlineData("s4-")]
    [InlineData("retried-post")]
    [InlineData("ignored-filter")]
    [InlineData("unknown-is-absent")]
    [InlineData("cancel-of-the-wrong-generation")]
    [InlineData("lost-restart-is-repeated")]
    [InlineData("lost-reinstall-is-repeated")]
    [InlineData("lost-add-on-is-repeated")]
    [InlineData("wipe-before-its-time")]
    [InlineData("wipe-of-the-wrong-generation")]
    public void Each_wrong_protocol_we_know_of_has_a_mutant(string name) =>
        Assert.Single(Files, file => file.Data.StartsWith(name, StringComparison.Ordinal));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Kontor.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
