namespace Kontor.Contabo.Simulator.Faults;

/// <summary>A planned misbehaviour: at the calls that match, after letting some pass, for a number of times.</summary>
public sealed record FaultRule
{
    /// <summary>What happens.</summary>
    public required Misbehaviour Misbehaviour { get; init; }

    /// <summary>Operation id, "token", or "*" for every operation it can happen to.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>How many matching calls pass first.</summary>
    public int Skip { get; init; }

    /// <summary>How many matching calls are hit; null: all.</summary>
    public int? Count { get; init; } = 1;

    /// <summary>Only calls of this account (its client id).</summary>
    public string? Account { get; init; }

    /// <summary>Only calls about an instance, or with a filter, whose display name contains this text.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Only calls about this instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Late effect and late audit: how late. 429: the waiting time named. Null: the simulator's setting.</summary>
    public TimeSpan? Delay { get; init; }
}

/// <summary>Misbehaviour by chance that a seed decides: the same order is hit in every run, however calls interleave.</summary>
public sealed record FaultSeed
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Share of calls hit, from 0 to 1, decided for delivery, audit and outcome on their own.</summary>
    public required double Rate { get; init; }

    /// <summary>What may happen; null: everything.</summary>
    public IReadOnlyList<Misbehaviour>? Allowed { get; init; }

    /// <summary>Operations that may be hit; null: all.</summary>
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>Words of a name that begin so have no influence: a random word would make every run another; null: all have.</summary>
    public string? IgnoredPrefix { get; init; }

    /// <summary>The longest delay of a late effect or late audit row.</summary>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>How often something happened to an operation.</summary>
public sealed record FiredFault(Misbehaviour Misbehaviour, string Operation, int Count);

/// <summary>A planned misbehaviour and how far it has come.</summary>
public sealed record FaultRuleState(FaultRule Rule, int Seen, int Fired);

/// <summary>What a call is about, for matching and for decisions by seed.</summary>
internal sealed record FaultSubject(string Account, string Key, string? DisplayName, long? InstanceId, int Page);

internal sealed record FaultHit(Misbehaviour Misbehaviour, TimeSpan? Delay);
