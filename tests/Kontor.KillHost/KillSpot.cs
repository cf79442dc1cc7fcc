using System.Globalization;

namespace Kontor.KillHost;

/// <summary>Where this process kills itself.</summary>
/// <param name="Name">The name of the checkpoint.</param>
/// <param name="Number">Which passing of it, from 1.</param>
internal sealed record KillSpot(string Name, int Number)
{
    /// <summary>What the environment says; null for nowhere.</summary>
    public static KillSpot? OfProcess() => Environment.GetEnvironmentVariable("KILL_AT") is { Length: > 0 } name
        ? new KillSpot(name, int.Parse(Environment.GetEnvironmentVariable("KILL_NUMBER") ?? "1", CultureInfo.InvariantCulture))
        : null;
}
