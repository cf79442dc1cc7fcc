using System.Collections.ObjectModel;
using Kontor.Contabo.Simulator.Contract;

namespace Kontor.Contabo.Simulator.Faults;

/// <summary>
/// Decides from seed, operation, business key and the how-manieth call for that key it is, and from nothing else:
/// the order in which different keys call has no influence.
/// </summary>
internal sealed class SeededFaults
{
    private static readonly Misbehaviour[] Everything = Enum.GetValues<Misbehaviour>();

    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    public FaultSeed? Seed { get; private set; }

    public IReadOnlyDictionary<string, int> Occurrences => _occurrences;

    public void Use(FaultSeed? seed, IReadOnlyDictionary<string, int>? occurrences = null)
    {
        Seed = seed;
        _occurrences.Clear();
        foreach (var (key, count) in occurrences ?? ReadOnlyDictionary<string, int>.Empty)
        {
            _occurrences[key] = count;
        }
    }

    public FaultHit? Next(FaultCategory category, string name, Operation? operation, FaultSubject subject)
    {
        if (Seed is null || Seed.Operations?.Contains(name) == false)
        {
            return null;
        }

        var key = $"{category}|{name}|{subject.Account}|{Known(subject.Key)}";
        var occurrence = _occurrences[key] = _occurrences.GetValueOrDefault(key) + 1;
        var text = $"{key}|{occurrence}";
        if (StableHash.Fraction(Seed.Seed, text) >= Seed.Rate)
        {
            return null;
        }

        var possible = (Seed.Allowed ?? Everything)
            .Where(one => FaultTable.CategoryOf(one) == category && FaultTable.Applies(one, operation, subject.Page)).ToList();
        return possible.Count == 0
            ? null
            : new FaultHit(possible[(int)(StableHash.Of(Seed.Seed, text + "|which") % (ulong)possible.Count)], Delay(text));
    }

    private string Known(string key) => Seed!.IgnoredPrefix is { } prefix
        ? string.Join(' ', key.Split(' ').Where(word => !word.StartsWith(prefix, StringComparison.Ordinal)))
        : key;

    private TimeSpan Delay(string text) =>
        TimeSpan.FromSeconds(Math.Max(1, Math.Round(Seed!.MaximumDelay.TotalSeconds * StableHash.Fraction(Seed.Seed, text + "|delay"))));
}
