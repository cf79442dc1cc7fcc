namespace Kontor.FaultSimulation.World;

/// <summary>What people did in the provider's panel in a run, so that nobody takes it for Kontor's doing.</summary>
internal sealed class PanelWork
{
    private readonly HashSet<long> _cancelled = [];
    private readonly Dictionary<long, int> _installed = [];

    public void Cancelled(long instanceId) => _cancelled.Add(instanceId);

    public void Installed(long instanceId) => _installed[instanceId] = Installations(instanceId) + 1;

    /// <summary>Whether somebody ended this machine's contract by hand.</summary>
    public bool HasCancelled(long instanceId) => _cancelled.Contains(instanceId);

    /// <summary>How often somebody installed this machine anew by hand.</summary>
    public int Installations(long instanceId) => _installed.GetValueOrDefault(instanceId);
}
