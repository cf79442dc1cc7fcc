using ArchUnitNET.Domain;

namespace Kontor.Architecture.Tests.Rooms;

public sealed class FloorTests
{
    private const string Engine = "Kontor.Engine";

    [Fact]
    public void A_room_uses_rooms_on_lower_floors_only() => Expect.None(EdgesAgainst(Floors.OfEngine));

    [Fact]
    public void Every_folder_of_the_engine_has_a_floor() =>
        Expect.None(Repository.FoldersIn("src/Kontor.Engine").Except(Floors.OfEngine.Of.Keys));

    // Whoever puts the rooms together knows them all, and so stands outside; no room may know it.
    [Fact]
    public void Outside_the_rooms_stands_only_what_puts_them_together() =>
        Expect.None(TypesOutsideRooms().Select(type => type.FullName).Except(["Kontor.Engine.EngineServices"]));

    [Fact]
    public void No_room_uses_what_stands_outside_the_rooms() =>
        Expect.None(
            from type in Code.Types
            where type.Namespace.FullName.StartsWith(Engine + ".", StringComparison.Ordinal)
            from used in type.Dependencies.Select(dependency => dependency.Target).Intersect(TypesOutsideRooms())
            select $"{type.FullName} uses {used.FullName}");

    // Audit really uses Storage, so a plan with Storage above it must be seen broken, and by that edge.
    [Fact]
    public void The_rule_can_fail_and_names_the_edge()
    {
        var upsideDown = Floors.OfEngine with { Of = new Dictionary<string, int>(Floors.OfEngine.Of) { ["Storage"] = 4 } };

        Assert.Contains(
            "Audit -> Storage: Kontor.Engine.Audit.AuditTrail uses Kontor.Engine.Storage.UnitOfWork",
            EdgesAgainst(upsideDown));
    }

    [Theory]
    [InlineData("ByAlias")]
    [InlineData("ByAsyncBody")]
    [InlineData("ByAttribute")]
    [InlineData("ByGenericArgument")]
    [InlineData("ByIterator")]
    [InlineData("ByLambda")]
    [InlineData("ByTypeOf")]
    public void An_edge_is_seen_however_it_is_written(string sample) =>
        Assert.Contains(
            Edge.Below("Kontor.Architecture.Tests.Samples"),
            edge => (edge.From, edge.To) == ("Low", "High") && edge.Origin.EndsWith("." + sample, StringComparison.Ordinal));

    [Fact]
    public void A_room_without_a_floor_is_refused_in_both_directions()
    {
        Assert.False(Floors.OfEngine.Allow(new("Unheard", "Common", "", "")));
        Assert.False(Floors.OfEngine.Allow(new("Compute", "Unheard", "", "")));
    }

    [Fact]
    public void Audit_alone_may_be_called_from_its_own_floor()
    {
        Assert.True(Floors.OfEngine.Allow(new("Catalog", "Audit", "", "")));
        Assert.False(Floors.OfEngine.Allow(new("Audit", "Catalog", "", "")));
        Assert.False(Floors.OfEngine.Allow(new("Monitoring", "Catalog", "", "")));
        Assert.False(Floors.OfEngine.Allow(new("Storage", "Audit", "", "")));
    }

    private static IEnumerable<IType> TypesOutsideRooms() => Code.Types.Where(type => type.Namespace.FullName == Engine);

    private static IEnumerable<string> EdgesAgainst(Floors floors) =>
        Edge.Below(Engine).Where(edge => !floors.Allow(edge)).Select(edge => edge.ToString());
}
