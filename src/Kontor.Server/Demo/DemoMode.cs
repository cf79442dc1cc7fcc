using Kontor.Server.Demo.Fleet;

namespace Kontor.Server.Demo;

/// <summary>What the demo is to show.</summary>
/// <param name="Once">One life, then the end.</param>
/// <param name="Fleet">Many lives; null for one.</param>
/// <param name="PlantDuplicate">Whether a purchase that never happened is written into the log, to see the comparison fail.</param>
internal sealed record DemoMode(bool Once, FleetPlan? Fleet, bool PlantDuplicate)
{
    public Func<Uri, Uri, string> Settings => Fleet is null ? DemoSettings.ForOne : DemoSettings.ForMany;
}
