namespace Kontor.FaultSimulation.Campaigns;

/// <summary>What came of running every scenario once with nobody dying.</summary>
/// <param name="CrashPoints">The checkpoints that were passed.</param>
/// <param name="Failures">What went wrong in a scenario; the points after it are missing, so a campaign fails by it.</param>
internal sealed record Recording(IReadOnlyList<CrashPoint> CrashPoints, IReadOnlyList<string> Failures);
