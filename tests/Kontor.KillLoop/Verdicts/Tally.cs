namespace Kontor.KillLoop.Verdicts;

/// <summary>Counts what held and what did not.</summary>
internal sealed class Tally
{
    private readonly Lock _gate = new();
    private readonly List<string> _failures = [];
    private int _passed;

    public int Passed => _passed;

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Counts one test: it passed if there is no fault.</summary>
    public void Count(string test, IReadOnlyCollection<string> faults)
    {
        lock (_gate)
        {
            _passed += faults.Count == 0 ? 1 : 0;
            _failures.AddRange(faults.Count == 0 ? [] : [$"{test}: {string.Join("; ", faults.Take(10))}"]);
        }
    }
}
