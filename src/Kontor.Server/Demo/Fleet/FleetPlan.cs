namespace Kontor.Server.Demo.Fleet;

/// <summary>How many orders, and under which misbehaviour.</summary>
/// <param name="Orders">How many.</param>
/// <param name="Seed">Decides what is ordered and what goes wrong.</param>
/// <param name="Faults">Whether anything goes wrong.</param>
/// <param name="PlantDuplicate">Whether a purchase that never happened is written into the log, to see the comparison fail.</param>
internal sealed record FleetPlan(int Orders, int Seed, bool Faults, bool PlantDuplicate)
{
    /// <summary>Gets what runs the same again.</summary>
    public string Replay => $"./kontor demo --orders {Orders} --seed {Seed}{(Faults ? " --faults" : "")}";

    /// <summary>The orders, numbered from a first one.</summary>
    public IReadOnlyList<FleetOrder> Draw(int first)
    {
        var chance = new Random(Seed);
        return [.. Enumerable.Range(first, Orders).Select(number => new FleetOrder(number, DemoOrder.Plans[chance.Next(DemoOrder.Plans.Count)]))];
    }
}
