namespace Kontor.Bench;

/// <summary>Where the middle and the end of many measured times lie.</summary>
internal sealed class Percentiles(IEnumerable<TimeSpan> times)
{
    private readonly double[] _sorted = [.. times.Select(time => time.TotalMilliseconds).Order()];

    /// <summary>The time in ms that this share of all was not longer than.</summary>
    public double At(double share) => _sorted[(int)Math.Min(_sorted.Length - 1, Math.Ceiling(share * _sorted.Length) - 1)];

    public double Median => At(0.5);

    public double Longest => _sorted[^1];
}
