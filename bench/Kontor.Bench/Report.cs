using System.Globalization;
using System.Runtime.InteropServices;

namespace Kontor.Bench;

/// <summary>Prints figures, each beside its limit where there is one.</summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>What it ran on.</summary>
    public void Machine() => output.WriteLine(
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, "
        + $"{(Environment.GetEnvironmentVariable("DOTNET_TieredPGO") is { } pgo ? $"TieredPGO={pgo}, " : "")}{TimeProvider.System.GetUtcNow():yyyy-MM-dd}");

    /// <summary>Begins a measurement.</summary>
    public void Title(string text) => output.WriteLine($"{Environment.NewLine}{text}");

    /// <summary>A figure alone.</summary>
    public void Line(string what, double value, string unit) => output.WriteLine($"  {what,-58} {Number(value),12} {unit}");

    /// <summary>Our figure as a part or a multiple of the limit, and what it has to be.</summary>
    public void Ratio(string what, double ratio, string target, bool holds) =>
        output.WriteLine($"  {what,-58} {ratio.ToString("0.00", CultureInfo.InvariantCulture),12} (target {target}: {(holds ? "held" : "MISSED")})");

    /// <summary>A figure with a bound of its own.</summary>
    public void Bound(string what, double value, string unit, string target, bool holds) =>
        output.WriteLine($"  {what,-58} {Number(value),12} {unit} (target {target}: {(holds ? "held" : "MISSED")})");

    private static string Number(double value) => value.ToString(Math.Abs(value) < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
