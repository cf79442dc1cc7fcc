using Kontor.Contabo.Simulator.Faults;

namespace Kontor.FaultSimulation.Lives;

/// <summary>The misbehaviours that can happen to what a life calls; in it no machine is given an image of its own.</summary>
internal static class PossibleFaults
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
        [.. Enum.GetValues<Misbehaviour>().Except([Misbehaviour.ImageDownloadError])];
}
