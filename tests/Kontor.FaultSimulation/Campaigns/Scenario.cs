using Kontor.Contabo.Simulator.Faults;
using Kontor.FaultSimulation.Lives;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Campaigns;

/// <summary>A life with a fixed course, which is lived again and again and dies at another checkpoint each time.</summary>
/// <param name="Name">What happens in it, a sentence.</param>
/// <param name="Seed">The seed of its interleaving.</param>
/// <param name="EndsEarly">Whether the customer leaves while the machine is being made.</param>
/// <param name="Fault">What the provider does wrong.</param>
internal sealed record Scenario(string Name, long Seed, bool EndsEarly, FaultRule? Fault)
{
    /// <summary>The scenarios, which together pass every checkpoint there is.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("all goes well", 1, false, null),
        new("the customer leaves while the machine is being made", 2, true, null),
        new("the answer to the order is lost after it was carried out", 3, false, On("createInstance", Misbehaviour.TimeoutAfterEffect)),
        new("the answer to the order is lost and it was never carried out", 4, false, On("createInstance", Misbehaviour.TimeoutBeforeEffect)),
        new("the order arrives long after its sender gave up", 5, false, On("createInstance", Misbehaviour.TimeoutThenLateEffect)),
        new("the order is refused and sent again", 6, false, On("createInstance", Misbehaviour.TooManyRequests)),
        new("the provider waits for a payment", 7, false, On("createInstance", Misbehaviour.PendingPayment)),
        new("the answer to the cancellation is lost", 8, false, On("cancelInstance", Misbehaviour.ResetAfterEffect)),
        new("the cancellation never arrives", 9, false, On("cancelInstance", Misbehaviour.TimeoutBeforeEffect)),
        new("the account cannot be asked", 10, false, On("retrieveImage", Misbehaviour.ServerErrorBeforeEffect, 20)),
        new("the customer switches the machine off and on", 12, false, null) { Powers = true },
        new("the answer to a restart is lost", 13, false, On("restart", Misbehaviour.TimeoutAfterEffect, 4)) { Powers = true },
        new("a restart arrives long after its sender gave up", 39, false, On("restart", Misbehaviour.TimeoutThenLateEffect) with { Delay = TimeSpan.FromMinutes(20) }) { Powers = true },
        new("the answer to a wipe is lost", 14, false, On("reinstallInstance", Misbehaviour.TimeoutAfterEffect)) { OutlivesRetention = true },
        new("the installation that wipes fails", 16, false, On("reinstallInstance", Misbehaviour.ReinstallError)) { OutlivesRetention = true },
        new("the customer gets a new password", 24, false, null) { FirstAccess = AccessWish.OwnPassword },
        new("the customer goes into rescue and out again", 25, false, null) { FirstAccess = AccessWish.Rescue },
        new("the machine is installed anew", 26, false, null) { FirstAccess = AccessWish.Reinstall },
        new("the answer to a new installation is lost", 27, false, On("reinstallInstance", Misbehaviour.TimeoutAfterEffect)) { FirstAccess = AccessWish.Reinstall },
        new("a new installation arrives long after its sender gave up", 30, false, On("reinstallInstance", Misbehaviour.TimeoutThenLateEffect) with { Delay = TimeSpan.FromMinutes(20) }) { FirstAccess = AccessWish.Reinstall },
        new("a new password never arrives", 28, false, On("resetPasswordAction", Misbehaviour.TimeoutBeforeEffect)) { FirstAccess = AccessWish.NewPassword },
        new("the answer to a secret is lost", 29, false, On("createSecret", Misbehaviour.ResetAfterEffect)) { FirstAccess = AccessWish.NewPassword },
        new("snapshots, an add-on, a larger plan, another region and a restart of many", 35, false, null) { More = true },
        new("the answer to an add-on is lost and it was never bought", 36, false, On("upgradeInstance", Misbehaviour.TimeoutBeforeEffect)) { More = true },
        new("the answers to snapshots are lost", 37, false, On("createSnapshot", Misbehaviour.TimeoutAfterEffect)) { More = true },
        new("the ticket of a move is lost", 38, false, On("requestRegionChange", Misbehaviour.TimeoutBeforeEffect)) { More = true },
        new("the customer has images of its own", 31, false, null) { Images = true },
        new("the answer to an upload is lost", 32, false, On("createCustomImage", Misbehaviour.TimeoutAfterEffect)) { Images = true },
        new("an upload arrives long after its sender gave up", 33, false, On("createCustomImage", Misbehaviour.TimeoutThenLateEffect) with { Delay = TimeSpan.FromMinutes(40) }) { Images = true },
        new("the room for images cannot be asked for", 34, false, On("retrieveCustomImagesStats", Misbehaviour.ServerErrorBeforeEffect, 40)) { Images = true },
        new("somebody renames the machines, customers leave and come back", 11, false, null) { Meddle = PanelAct.Rename },
    ];

    /// <summary>Gets what is done to the machines in the provider's panel.</summary>
    public PanelAct? Meddle { get; init; }

    /// <summary>Gets whether the life goes on until those who left are wiped.</summary>
    public bool OutlivesRetention { get; init; }

    /// <summary>Gets whether snapshots, add-ons, other plans and regions and one wish for many machines are used.</summary>
    public bool More { get; init; }

    /// <summary>Gets whether the machines' power is used.</summary>
    public bool Powers { get; init; }

    /// <summary>Gets whether the customers have images of their own.</summary>
    public bool Images { get; init; }

    /// <summary>Gets what the customers wish about the way into their machines first; null when they wish nothing of it.</summary>
    public AccessWish? FirstAccess { get; init; }

    /// <summary>Gets whether the customers get new ways into their machines.</summary>
    public bool Accesses => FirstAccess is not null;

    /// <summary>Gets whether those who left order again.</summary>
    public bool ComesBack => Fault is null && !EndsEarly && FirstAccess is null && !More;

    /// <summary>Records each scenario once.</summary>
    public static Recording RecordAll()
    {
        using var template = new Template();
        var runs = All.Select(scenario => (scenario, run: Record(template, scenario))).ToList();
        var points = runs
            .SelectMany(one => one.run.Passed.Distinct().Select(name => (name, one.scenario)))
            .GroupBy(pair => pair.name, pair => pair.scenario)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CrashPoint(group.Key, [.. group]));
        return new Recording([.. points], [.. runs.Where(one => one.run.Failure is not null).Select(one => $"when {one.scenario.Name}: {one.run.Failure}")]);
    }

    /// <summary>The checkpoints that a scenario passes when nobody dies, and what went wrong in it, if anything did.</summary>
    public static (IReadOnlyList<string> Passed, string? Failure) Record(Template template, Scenario scenario)
    {
        using var life = new Life(template, scenario.Plan(null));
        try
        {
            life.Run();
            return (life.Crash.Passed, null);
        }
        catch (Exception failure) when (failure is InvariantViolated or InvalidOperationException)
        {
            // Seeds are run on a product that is wrong too, and whoever asked reports this.
            return (life.Crash.Passed, $"{failure.Message} {failure.InnerException?.Message}");
        }
    }

    /// <summary>The plan of one run, dying at a checkpoint or not at all.</summary>
    public LifePlan Plan(CrashSpot? crashAt) => new(Seed, Fault is null ? [Leaver, Stayer] : [Leaver], crashAt, Fault)
    {
        ComeBack = ComesBack,
        Stranger = true,
        Meddle = Meddle,
        Powers = Powers,
        FirstPower = LifePlan.AimedAction(Fault),
        OutlivesRetention = OutlivesRetention,
        More = More,
        Accesses = Accesses,
        FirstAccess = FirstAccess,
        Images = Images,
    };

    private static SimOrder Stayer => new(2, ends: false, endsEarly: false);

    private SimOrder Leaver => new(1, ends: true, EndsEarly);

    private static FaultRule On(string operation, Misbehaviour misbehaviour, int count = 1) =>
        new() { Operation = operation, Misbehaviour = misbehaviour, Count = count };
}
