namespace Kontor.FaultSimulation.Campaigns;

/// <summary>A place where a process can die, and how to get there.</summary>
/// <param name="Name">The name of the checkpoint.</param>
/// <param name="Passing">The scenarios that pass it.</param>
internal sealed record CrashPoint(string Name, IReadOnlyList<Scenario> Passing);
