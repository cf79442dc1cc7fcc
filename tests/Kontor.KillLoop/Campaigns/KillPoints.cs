namespace Kontor.KillLoop.Campaigns;

/// <summary>All places to die that are known, and how often each was tried: the least tried is next.</summary>
internal sealed class KillPoints
{
    /// <summary>One death in so many comes at any moment instead of at a checkpoint.</summary>
    private const int AnyMomentOneIn = 12;

    private const int HighestNumber = 3;
    private static readonly TimeSpan LatestMoment = TimeSpan.FromSeconds(4);

    /// <summary>Passed once in the life of a database, and struck at its first starts.</summary>
    private static readonly string[] Once = ["catalog.imported"];

    /// <summary>Passed only by a process whose predecessor died in the middle of an order.</summary>
    private static readonly string[] AfterDeath = ["create.sender_lost"];

    /// <summary>What is killed from outside, while the provider has the request and gives no answer.</summary>
    private static readonly KillTarget[] Outside =
    [
        new("create.call/received") { Provoked = new("createInstance", "timeoutAfterEffect") },
        new("create.call/received_in_vain") { Provoked = new("createInstance", "timeoutBeforeEffect") },
        new("terminate.call/received") { Provoked = new("cancelInstance", "timeoutAfterEffect") },
        new("terminate.call/received_in_vain") { Provoked = new("cancelInstance", "timeoutBeforeEffect") },
    ];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _tries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _struck = new(StringComparer.Ordinal);

    public KillPoints() => Learn(Outside.Select(target => target.Name));

    /// <summary>Gets the places at which a process died, with how many did.</summary>
    public IReadOnlyDictionary<string, int> Struck => _struck;

    /// <summary>Gets the places that were passed and at which none died.</summary>
    public IEnumerable<string> NeverStruck => _tries.Keys.Except(_struck.Keys);

    /// <summary>Takes note of the checkpoints that a process passed.</summary>
    public void Learn(IEnumerable<string> names)
    {
        lock (_gate)
        {
            foreach (var name in names)
            {
                _tries.TryAdd(name, 0);
            }
        }
    }

    /// <summary>Takes note of a death.</summary>
    public void Strike(string name)
    {
        lock (_gate)
        {
            _struck[name] = _struck.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Chooses where the next process dies.</summary>
    /// <param name="random">Decides between places tried equally often.</param>
    /// <param name="afterDeath">Whether the process before died in the middle of an order: then the places in its recovery come first.</param>
    public KillTarget Next(Random random, bool afterDeath)
    {
        lock (_gate)
        {
            if (random.Next(AnyMomentOneIn) == 0)
            {
                return KillTarget.AnyMoment(random.NextDouble() * LatestMoment);
            }

            var open = _tries.Where(pair => !Once.Contains(FactOf(pair.Key)) && (afterDeath || !AfterDeath.Contains(FactOf(pair.Key)))).ToList();
            var least = open.Min(pair => pair.Value);
            var candidates = open.Where(pair => pair.Value == least).Select(pair => pair.Key).ToList();
            var now = candidates.Where(name => AfterDeath.Contains(FactOf(name))).ToList();
            candidates = now.Count > 0 ? now : candidates;
            var name = candidates[random.Next(candidates.Count)];
            _tries[name]++;
            return Outside.FirstOrDefault(target => target.Name == name) ?? new KillTarget(name, 1 + (least % HighestNumber));
        }
    }

    private static string FactOf(string name) => new KillTarget(name).Fact;
}
