using System.Collections.Concurrent;
using Kontor.Contabo.Simulator.Faults;

namespace Kontor.FaultSimulation.Campaigns;

/// <summary>How often each crash point was struck and each misbehaviour happened; one that never was proves nothing.</summary>
internal sealed class Coverage(IReadOnlyList<CrashPoint> crashPoints)
{
    private readonly ConcurrentDictionary<string, int> _crashes = new();
    private readonly ConcurrentDictionary<Misbehaviour, int> _faults = new();

    /// <summary>Gets how often each crash point was struck, by name.</summary>
    public IReadOnlyDictionary<string, int> Crashes => _crashes;

    /// <summary>Gets how often each misbehaviour happened.</summary>
    public IReadOnlyDictionary<Misbehaviour, int> Faults => _faults;

    /// <summary>Gets the crash points of the recording runs that were never struck.</summary>
    public IReadOnlyList<string> NeverStruck => [.. crashPoints.Select(point => point.Name).Where(name => !_crashes.ContainsKey(name))];

    /// <summary>Gets the misbehaviours that never happened, of those that could.</summary>
    public IReadOnlyList<Misbehaviour> NeverFired => [.. Lives.PossibleFaults.All.Where(one => !_faults.ContainsKey(one))];

    /// <summary>Takes a run into account.</summary>
    public void Add(Lives.Life life)
    {
        if (life.Crash.Struck is { } struck)
        {
            _crashes.AddOrUpdate(struck, 1, (_, count) => count + 1);
        }

        foreach (var fired in life.World.Cloud.Faults.Fired)
        {
            _faults.AddOrUpdate(fired.Misbehaviour, fired.Count, (_, count) => count + fired.Count);
        }
    }
}
