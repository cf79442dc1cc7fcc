using Kontor.Contabo.Simulator;
using Kontor.Engine.Storage;

namespace Kontor.FaultSimulation.World;

/// <summary>
/// A whole installation in one thread: database, cloud, wire, clock, and one process at a time that may die. The seed
/// decides who runs when, so a run can be repeated exactly.
/// </summary>
internal sealed class SimWorld : IDisposable
{
    private const int Workers = 2;

    /// <summary>Far more steps than any run takes: one that takes more goes round in circles.</summary>
    private const int MostSteps = 30_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly TemplateDatabase _template;
    private readonly List<SimNode> _nodes = [];
    private readonly List<Task> _tasks = [];
    private readonly Task?[] _workers = new Task?[Workers];
    private readonly CrashPlan _plan;
    private readonly Action _afterEachStep;
    private Task? _sweep;
    private DateTimeOffset? _restartAt;
    private int _steps;

    public SimWorld(TemplateDatabase template, Installation installation, long seed, int pageSize, CrashPlan plan, Action<SimWorld> afterEachStep)
    {
        Random = Seeded(seed);
        _template = template;
        _plan = plan;
        _afterEachStep = () => afterEachStep(this);
        Time = new SimTime(Start);
        Scheduler = new SimScheduler(Random);
        Cloud = new SimulatedCloud(Time, new SimulatorOptions { Seed = seed, CustomImageBaseMb = 50_000 });
        Parts = new SimParts(template.Renew(), Time, Scheduler, new SimIds(Random), Random, Cloud, installation, pageSize);
        StartNode();
    }

    public SimTime Time { get; }

    public SimScheduler Scheduler { get; }

    public SimulatedCloud Cloud { get; }

    public Random Random { get; }

    public SimParts Parts { get; }

    /// <summary>Gets what people did in the provider's panel.</summary>
    public PanelWork ByHand { get; } = new();

    /// <summary>Gets the living process, if any.</summary>
    public SimNode? Node => _nodes[^1].Dead ? null : _nodes[^1];

    /// <summary>Gets a process that never dies and has no part in the run, for looking at the database.</summary>
    public SimNode Observer => field ??= NewObserver();

    /// <summary>A source of randomness that a seed repeats.</summary>
    public static Random Seeded(long seed) => new(unchecked((int)(seed ^ (seed >> 32))));

    /// <summary>Starts a task that is part of the world: it goes on when the scheduler or the clock lets it.</summary>
    public Task Run(Func<Task> task)
    {
        var running = task();
        _tasks.Add(running);
        return running;
    }

    /// <summary>Starts a task at a later time.</summary>
    public Task RunLater(TimeSpan delay, Func<Task> task) => Run(async () =>
    {
        await Task.Delay(delay, Time, CancellationToken.None);
        await task();
    });

    /// <summary>Lets everything happen until nothing more would, or the horizon is reached.</summary>
    public void RunUntilQuiet(TimeSpan horizon)
    {
        var end = Time.GetUtcNow() + horizon;
        while (StepOnce(end))
        {
            _afterEachStep();
            ThrowFailures();
        }

        ThrowFailures();
    }

    /// <summary>Lets a living process compare the provider's list once, to the end.</summary>
    public void SweepNow()
    {
        EnsureNode();
        var sweep = Run(() => Node!.SweepAsync());
        RunUntil(sweep);
    }

    /// <summary>Lets a sweep that is under way by itself come to its end: two at once share the work, and either may be the last.</summary>
    public void FinishSweep()
    {
        if (_sweep is { IsCompleted: false } underWay)
        {
            RunUntil(underWay);
        }
    }

    /// <summary>Gets whether the secrets at the provider were swept, so that none may be left that has served.</summary>
    public bool SecretsSwept { get; private set; }

    /// <summary>Lets a living process sweep the secrets at the provider once, to the end.</summary>
    public void SweepSecretsNow()
    {
        SecretsSwept = true;
        EnsureNode();
        var sweep = Run(() => Node!.SweepSecretsAsync());
        RunUntil(sweep);
    }

    /// <summary>Lets a living process compare the custom images with the provider's list once, to the end.</summary>
    public void SweepImagesNow()
    {
        EnsureNode();
        RunUntil(Run(() => Node!.SweepImagesAsync()));
        if (Node is null)
        {
            // It died in it. In life the next one comes within minutes, long before what arrived late is given up.
            EnsureNode();
            RunUntil(Run(() => Node!.SweepImagesAsync()));
        }
    }

    /// <summary>Where in the database a text stands in clear; null when nowhere.</summary>
    public string? DatabaseHas(string text) => _template.PlaceOf(text);

    /// <summary>Lets the world go on until a task is done.</summary>
    public void RunUntil(Task task)
    {
        var end = Time.GetUtcNow() + TimeSpan.FromDays(2);
        while (!task.IsCompleted && StepOnce(end))
        {
            _afterEachStep();
        }

        ThrowFailures();
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException("A task of the run never ended.");
        }
    }

    /// <summary>Moves the clock without anything running.</summary>
    public void Jump(TimeSpan by) => Time.AdvanceTo(Time.GetUtcNow() + by);

    public void Dispose() => _nodes.ForEach(node => node.Dispose());

    private SimNode NewObserver()
    {
        var node = new SimNode(Parts, new CrashPlan(null));
        _nodes.Insert(0, node);
        return node;
    }

    private bool StepOnce(DateTimeOffset end)
    {
        if (++_steps > MostSteps)
        {
            throw new InvalidOperationException($"The run goes round in circles at {Time.GetUtcNow():u}.");
        }

        if (Node is null)
        {
            _restartAt ??= Time.GetUtcNow() + TimeSpan.FromSeconds(Random.Next(0, 30));
        }

        if (Scheduler.HasReady && Random.Next(5) != 0)
        {
            Scheduler.RunOne();
            return true;
        }

        if (StartDueWork())
        {
            return true;
        }

        if (Scheduler.HasReady)
        {
            Scheduler.RunOne();
            return true;
        }

        return MoveTime(end);
    }

    /// <summary>Gives a free worker something to do, if something is due.</summary>
    private bool StartDueWork()
    {
        if (Node is not { } node || NextDue() is not { } due || due > Time.GetUtcNow())
        {
            return false;
        }

        var free = Array.FindIndex(_workers, worker => worker is null or { IsCompleted: true });
        if (free < 0)
        {
            return false;
        }

        _workers[free] = Run(() => node.WorkAsync($"worker {free}"));
        return true;
    }

    private bool MoveTime(DateTimeOffset end)
    {
        var restart = _restartAt;
        // What is due already waits for a free worker, not for the clock.
        var due = Node is null || NextDue() is not { } soon || soon <= Time.GetUtcNow() ? (DateTimeOffset?)null : soon;
        var next = Earliest(Time.NextTimer, Earliest(restart, due));
        if (next is not { } at || at > end)
        {
            return false;
        }

        MaybeSweep();
        Time.AdvanceTo(at);
        if (restart is not null && restart <= Time.GetUtcNow())
        {
            EnsureNode();
        }

        return true;
    }

    private void MaybeSweep()
    {
        if (Node is { } node && _sweep is null or { IsCompleted: true } && Random.Next(12) == 0)
        {
            _sweep = Run(() => Node is { } alive ? alive.SweepAsync() : Task.CompletedTask);
        }
    }

    private void EnsureNode()
    {
        if (Node is null)
        {
            _restartAt = null;
            Array.Clear(_workers);
            StartNode();
        }
    }

    private void StartNode()
    {
        var node = new SimNode(Parts, _plan);
        _nodes.Add(node);
        Run(node.StartAsync);
    }

    private DateTimeOffset? NextDue() => _template.NextDue();

    private void ThrowFailures()
    {
        foreach (var failed in _tasks.Where(task => task.IsFaulted))
        {
            throw new InvalidOperationException("A task of the run failed.", failed.Exception!.InnerException);
        }

        _tasks.RemoveAll(task => task.IsCompleted);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null ? one : one < other ? one : other;
}
