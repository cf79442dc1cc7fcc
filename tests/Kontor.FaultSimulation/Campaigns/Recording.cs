namespace Kontor.FaultSimulation.Campaigns;

/// <summary>What came of running every scenario once with nobody dying.</summary>
/// <param name="CrashPoints">The checkpoints that were passed.</param>
/// <param name="Failures">What went wrong in a scenario; the points after it are missing, so a campaign fails by it.</param>
internal sealed record Recording(IReadOnlyList<CrashPoint> CrashPoints, IReadOnlyList<string> Failures)
{
    /// <summary>The recording without the checkpoints whose name lacks a text.</summary>
    /// <exception cref="ArgumentException">No checkpoint has it.</exception>
    public Recording AimedAt(string text)
    {
        var points = CrashPoints.Where(point => point.Name.Contains(text, StringComparison.Ordinal)).ToList();
        return points.Count > 0 ? this with { CrashPoints = points } : throw new ArgumentException($"No crash point has '{text}' in its name; the report of a campaign lists them all.");
    }
}
