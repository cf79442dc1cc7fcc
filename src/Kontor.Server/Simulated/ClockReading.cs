namespace Kontor.Server.Simulated;

/// <summary>What the simulated cloud says about its time: at <paramref name="RealAnchor"/> it was <paramref name="Now"/>.</summary>
/// <param name="Version">The number of the setting; another number is another setting.</param>
/// <param name="Speed">Simulated seconds in a real second; 0 moves only when told.</param>
/// <param name="Now">Simulated time at the anchor.</param>
/// <param name="RealAnchor">Real time of the anchor.</param>
internal sealed record ClockReading(long Version, double Speed, DateTimeOffset Now, DateTimeOffset RealAnchor)
{
    /// <summary>Simulated time at an instant of real time.</summary>
    public DateTimeOffset At(DateTimeOffset real) => Now + ((real > RealAnchor ? real - RealAnchor : TimeSpan.Zero) * Speed);
}
