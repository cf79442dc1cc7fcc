using System.Collections.Concurrent;
using System.Diagnostics;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Campaigns;

/// <summary>Runs seeds one after the other on each thread, until a count is reached, or a time and a least count.</summary>
internal sealed class SeedCampaign(
    long firstSeed, long? count, TimeSpan? time, int threads, int mostFailures, long atLeast, Recording recording)
{
    private readonly ConcurrentQueue<(long Seed, Exception Failure)> _failures = new();
    private long _next = firstSeed - 1;
    private long _done;

    /// <summary>Gets what was covered.</summary>
    public Coverage Coverage { get; } = new(recording.CrashPoints);

    /// <summary>Gets the recording that says where to die.</summary>
    public Recording Recording => recording;

    /// <summary>Gets how many runs were made.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Gets the seeds that failed.</summary>
    public IReadOnlyCollection<(long Seed, Exception Failure)> Failures => _failures;

    /// <summary>Runs; stops early after so many failures.</summary>
    /// <param name="progress">Told every few seconds how many runs were made.</param>
    public void Run(Action<long, TimeSpan> progress)
    {
        var clock = Stopwatch.StartNew();
        using var ticker = TimeProvider.System.CreateTimer(_ => progress(Done, clock.Elapsed), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() => Work(clock))).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
    }

    private void Work(Stopwatch clock)
    {
        using var template = new Template();
        while (_failures.Count < mostFailures && (time is null || clock.Elapsed < time || Done < atLeast))
        {
            var seed = Interlocked.Increment(ref _next);
            if (seed >= firstSeed + count)
            {
                return;
            }

            RunOne(template, seed);
            Interlocked.Increment(ref _done);
        }
    }

    private void RunOne(Template template, long seed)
    {
        using var life = new Life(template, LifePlan.Of(seed, recording.CrashPoints));
        try
        {
            life.Run();
            Coverage.Add(life);
        }
        catch (Exception failure) when (failure is InvariantViolated or InvalidOperationException)
        {
            _failures.Enqueue((seed, failure));
        }
    }
}
