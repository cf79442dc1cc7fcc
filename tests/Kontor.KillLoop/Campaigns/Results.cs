using Kontor.KillLoop.Verdicts;

namespace Kontor.KillLoop.Campaigns;

/// <summary>What all lanes found, together.</summary>
internal sealed class Results
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _starts = [];

    public Tally Tally { get; } = new();

    public int Sales { get; private set; }

    public int Purchases { get; private set; }

    public int Duplicates { get; private set; }

    public int Lost { get; private set; }

    /// <summary>Takes note of how long a process took from its start to its first answer.</summary>
    public void Started(TimeSpan? startedIn)
    {
        lock (_gate)
        {
            _starts.AddRange(startedIn is { } span ? [span] : []);
        }
    }

    /// <summary>Adds the sums of a lane at rest.</summary>
    public void Add(int sales, int purchases, int duplicates, int lost)
    {
        lock (_gate)
        {
            (Sales, Purchases, Duplicates, Lost) = (Sales + sales, Purchases + purchases, Duplicates + duplicates, Lost + lost);
        }
    }

    /// <summary>How long it took from a start to the first answer, in a sentence.</summary>
    public string Recovery() => _starts.Count == 0
        ? "no process lived to answer"
        : $"{_starts.Average(span => span.TotalSeconds):0.00} s from start to first answer on average, {_starts.Max().TotalSeconds:0.00} s at the most";
}
