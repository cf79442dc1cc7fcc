using Kontor.Contabo.Simulator.Contract;

namespace Kontor.Contabo.Simulator.Faults;

/// <summary>Planned and seeded misbehaviour, and the count of what happened.</summary>
public sealed class FaultBook
{
    private readonly Lock _gate;
    private readonly List<FaultRuleState> _rules = [];
    private readonly SortedDictionary<(Misbehaviour Misbehaviour, string Operation), int> _fired = [];
    private readonly SeededFaults _seeded = new();

    internal FaultBook(Lock gate) => _gate = gate;

    /// <summary>The planned misbehaviours, oldest first.</summary>
    public IReadOnlyList<FaultRuleState> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules];
            }
        }
    }

    /// <summary>The seed in force, or null.</summary>
    public FaultSeed? Seed
    {
        get
        {
            lock (_gate)
            {
                return _seeded.Seed;
            }
        }
    }

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<FiredFault> Fired
    {
        get
        {
            lock (_gate)
            {
                return [.. _fired.Select(pair => new FiredFault(pair.Key.Misbehaviour, pair.Key.Operation, pair.Value))];
            }
        }
    }

    /// <summary>How often one misbehaviour happened, to one operation or to all.</summary>
    public int FiredCount(Misbehaviour misbehaviour, string operation = "*") =>
        Fired.Where(fired => fired.Misbehaviour == misbehaviour && (operation == "*" || fired.Operation == operation)).Sum(fired => fired.Count);

    /// <summary>Why a misbehaviour can never happen to an operation, a sentence; null when it can.</summary>
    /// <param name="misbehaviour">What should happen.</param>
    /// <param name="operation">An operation id, "token", or "*" for any.</param>
    public static string? WhyNot(Misbehaviour misbehaviour, string operation) => operation == "*"
        ? null
        : FaultTable.WhyNot(misbehaviour, OperationTable.Committed.Operations.FirstOrDefault(known => known.OperationId == operation));

    /// <summary>Plans a misbehaviour.</summary>
    public void Add(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Add(new FaultRuleState(rule, 0, 0));
        }
    }

    /// <summary>Lets a seed decide, or, with null, no longer.</summary>
    public void UseSeed(FaultSeed? seed)
    {
        lock (_gate)
        {
            _seeded.Use(seed);
        }
    }

    /// <summary>Takes back rules and seed; what happened stays counted.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            _seeded.Use(null);
        }
    }

    internal FaultHit? Next(FaultCategory category, Operation? operation, FaultSubject subject)
    {
        var name = operation?.OperationId ?? FaultTable.Token;
        // The seed's occurrence is counted even when a rule comes first, so that a rule does not shift what the seed hits.
        var seeded = _seeded.Next(category, name, operation, subject);
        var hit = Planned(category, name, operation, subject) ?? seeded;
        if (hit is not null)
        {
            _fired[(hit.Misbehaviour, name)] = _fired.GetValueOrDefault((hit.Misbehaviour, name)) + 1;
        }

        return hit;
    }

    internal void Restore(IEnumerable<FaultRuleState> rules, IEnumerable<FiredFault> fired, FaultSeed? seed, IReadOnlyDictionary<string, int> seen)
    {
        _rules.AddRange(rules);
        foreach (var row in fired)
        {
            _fired[(row.Misbehaviour, row.Operation)] = row.Count;
        }

        _seeded.Use(seed, seen);
    }

    internal IReadOnlyDictionary<string, int> SeededOccurrences => _seeded.Occurrences;

    private FaultHit? Planned(FaultCategory category, string name, Operation? operation, FaultSubject subject)
    {
        for (var index = 0; index < _rules.Count; index++)
        {
            var state = _rules[index];
            if (!Matches(state.Rule, category, name, operation, subject))
            {
                continue;
            }

            var hits = state.Seen >= state.Rule.Skip && !(state.Fired >= state.Rule.Count);
            _rules[index] = state with { Seen = state.Seen + 1, Fired = state.Fired + (hits ? 1 : 0) };
            if (hits)
            {
                return new FaultHit(state.Rule.Misbehaviour, state.Rule.Delay);
            }
        }

        return null;
    }

    private static bool Matches(FaultRule rule, FaultCategory category, string name, Operation? operation, FaultSubject subject) =>
        FaultTable.CategoryOf(rule.Misbehaviour) == category
        && (rule.Operation == "*" || rule.Operation == name)
        && FaultTable.Applies(rule.Misbehaviour, operation, subject.Page)
        && (rule.Account is null || rule.Account == subject.Account)
        && (rule.InstanceId is null || rule.InstanceId == subject.InstanceId)
        && (rule.DisplayName is null || subject.DisplayName?.Contains(rule.DisplayName, StringComparison.Ordinal) == true);
}
