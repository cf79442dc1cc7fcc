namespace Kontor.FaultSimulation.World;

/// <summary>Where a run's process dies.</summary>
/// <param name="Number">The number of the checkpoint, counted over all that are passed, from 0.</param>
/// <param name="Name">Or the name of the checkpoint, with <paramref name="Number"/> counting those of that name.</param>
internal sealed record CrashSpot(int Number, string? Name = null)
{
    public override string ToString() => Name is null ? $"checkpoint {Number}" : $"{Name}, time {Number + 1}";
}

/// <summary>Kills the process at one checkpoint, and records all that were passed.</summary>
/// <param name="spot">Where; null for nowhere.</param>
internal sealed class CrashPlan(CrashSpot? spot)
{
    private readonly List<string> _passed = [];
    private int _ofName;

    /// <summary>Gets the names of the checkpoints passed, in order.</summary>
    public IReadOnlyList<string> Passed => _passed;

    /// <summary>Gets the name of the checkpoint at which the process died; null while it lives.</summary>
    public string? Struck { get; private set; }

    /// <summary>Passes a checkpoint.</summary>
    /// <returns>Whether the process dies at it.</returns>
    public bool StrikesAt(string name)
    {
        _passed.Add(name);
        var number = spot?.Name is null ? _passed.Count - 1 : name == spot.Name ? _ofName++ : -1;
        if (spot is null || number != spot.Number)
        {
            return false;
        }

        Struck = name;
        return true;
    }
}
