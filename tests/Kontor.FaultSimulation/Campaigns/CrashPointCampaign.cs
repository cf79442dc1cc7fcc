using System.Collections.Concurrent;
using Kontor.FaultSimulation.Lives;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Campaigns;

/// <summary>Records each scenario once, then lets the process die at every checkpoint that was passed.</summary>
/// <param name="threads">How many runs side by side.</param>
/// <param name="everyPassing">Whether it dies each time that a checkpoint is passed, or the first time and the last.</param>
internal sealed class CrashPointCampaign(int threads, bool everyPassing)
{
    /// <summary>In more scenarios than this nobody dies at one and the same checkpoint, unless at every passing.</summary>
    private const int MostScenarios = 10;

    private readonly ConcurrentQueue<(Scenario Scenario, int At)> _work = new();
    private readonly ConcurrentDictionary<string, int> _deaths = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private int _done;

    /// <summary>Runs it and reports.</summary>
    /// <param name="output">Where the list of crash points and the failures go.</param>
    /// <returns>The exit code.</returns>
    public int Run(TextWriter output)
    {
        Record(output);
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        foreach (var (name, count) in _deaths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {count,6}  {name}");
        }

        foreach (var failure in _failures)
        {
            output.WriteLine($"FAILED {failure}");
        }

        output.WriteLine($"{_deaths.Count} crash points, each killed {(everyPassing ? "each time that a scenario passes it" : $"the first time and the last that a scenario passes it, in up to {MostScenarios} scenarios")}");
        output.WriteLine($"{_done - _failures.Count} passed, {_failures.Count} failed");
        return _failures.IsEmpty ? 0 : 1;
    }

    /// <summary>Runs one death and prints all that happened.</summary>
    public static int Replay(string scenario, int? at, TextWriter output) => Report.Replay(
        Scenario.All.First(one => one.Name == scenario).Plan(at is { } number ? new CrashSpot(number) : null), output);

    private void Record(TextWriter output)
    {
        using var template = new Template();
        var runs = Scenario.All.Select(scenario => (Scenario: scenario, Run: Scenario.Record(template, scenario))).ToList();
        var chosen = Chosen([.. runs.Select(run => run.Run.Passed)]);
        for (var number = 0; number < runs.Count; number++)
        {
            var (scenario, (passed, failure)) = runs[number];
            if (failure is not null)
            {
                _failures.Enqueue($"with nobody dying when {scenario.Name}: {failure}");
                Interlocked.Increment(ref _done);
            }

            output.WriteLine($"{passed.Count,6} checkpoints when {scenario.Name}");
            foreach (var at in Places(passed, chosen, number))
            {
                _work.Enqueue((scenario, at));
            }
        }
    }

    /// <summary>In which scenarios to die at which checkpoint: what nearly all of them pass, in some of them, other ones for each checkpoint.</summary>
    private static HashSet<(string Point, int Scenario)> Chosen(IReadOnlyList<IReadOnlyList<string>> passed)
    {
        var points = passed
            .SelectMany((names, scenario) => names.Distinct().Select(name => (name, scenario)))
            .GroupBy(pair => pair.name, pair => pair.scenario)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return
        [
            .. points.SelectMany((point, turn) =>
            {
                var scenarios = point.ToList();
                return Enumerable.Range(0, Math.Min(MostScenarios, scenarios.Count)).Select(next => (point.Key, scenarios[(turn + next) % scenarios.Count]));
            }),
        ];
    }

    private IEnumerable<int> Places(IReadOnlyList<string> passed, HashSet<(string Point, int Scenario)> chosen, int scenario) => everyPassing
        ? Enumerable.Range(0, passed.Count)
        : Enumerable.Range(0, passed.Count)
            .GroupBy(at => passed[at])
            .Where(places => chosen.Contains((places.Key, scenario)))
            .SelectMany(places => new[] { places.First(), places.Last() }.Distinct())
            .Order();

    private void Work()
    {
        using var template = new Template();
        while (_work.TryDequeue(out var next))
        {
            using var life = new Life(template, next.Scenario.Plan(new CrashSpot(next.At)));
            try
            {
                life.Run();
                _deaths.AddOrUpdate(life.Crash.Struck ?? throw new InvalidOperationException("The process did not die."), 1, (_, count) => count + 1);
            }
            catch (Exception failure) when (failure is InvariantViolated or InvalidOperationException)
            {
                _failures.Enqueue($"at {life.Crash.Struck} ({next.At}) when {next.Scenario.Name}: {failure.Message} {failure.InnerException?.Message}\n"
                    + $"  replay: ./test campaign crash-points --scenario \"{next.Scenario.Name}\" --at {next.At}");
            }

            Interlocked.Increment(ref _done);
        }
    }
}
