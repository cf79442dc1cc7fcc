using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute.Power;
using Kontor.FaultSimulation.Campaigns;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What a seed means: who orders, who leaves, and the one thing that goes wrong.</summary>
internal sealed record LifePlan(long Seed, List<SimOrder> Orders, CrashSpot? CrashAt, FaultRule? Fault)
{
    /// <summary>Gets what somebody does in the provider's panel while the machines run; null for nothing.</summary>
    public PanelAct? Meddle { get; init; }

    /// <summary>Gets whether customers who left order again, as the next generation of the same service.</summary>
    public bool ComeBack { get; init; }

    /// <summary>Gets whether the account also has a machine that Kontor does not know.</summary>
    public bool Stranger { get; init; }

    /// <summary>Gets whether customers start, stop, restart and shut down their machines.</summary>
    public bool Powers { get; init; }

    /// <summary>Gets what each customer wishes of its machine's power first; null for whatever the seed says.</summary>
    public PowerAction? FirstPower { get; init; }

    /// <summary>Gets whether customers get new ways into their machines.</summary>
    public bool Accesses { get; init; }

    /// <summary>Gets what each customer wishes of that first; null for whatever the seed says.</summary>
    public AccessWish? FirstAccess { get; init; }

    /// <summary>Gets whether snapshots, add-ons, other plans and regions and one wish for many machines are used.</summary>
    public bool More { get; init; }

    /// <summary>Gets whether customers have images of their own.</summary>
    public bool Images { get; init; }

    /// <summary>Gets whether the life goes on until those who left are wiped: days in which little else happens, so only some do.</summary>
    public bool OutlivesRetention { get; init; }

    /// <summary>Gets how many rows of a list come in one answer: few, and even these lists have several pages.</summary>
    public int PageSize { get; init; } = LargePage;

    /// <summary>About how many checkpoints one order with its end passes; a crash is placed among them.</summary>
    private const int CheckpointsPerOrder = 110;

    private const int LargePage = 100;

    /// <summary>A page that a list of this simulation does not fit on.</summary>
    public const int SmallPage = 2;

    private static readonly PanelAct[] PanelActs = Enum.GetValues<PanelAct>();

    private static readonly string[] Targets = ["createInstance", "createInstance", "cancelInstance", "restart", "stop", "reinstallInstance", "resetPasswordAction", "rescue", "createSecret", "deleteSecret", "*"];

    private static readonly string[] MoreTargets =
        ["createSnapshot", "updateSnapshot", "rollbackSnapshot", "deleteSnapshot", "upgradeInstance", "upgradeInstance", "requestRegionChange"];

    private static readonly string[] ImageTargets = ["createCustomImage", "updateImage", "deleteImage"];

    private static readonly string[] Rare =
        ["restart", "stop", "shutdown", "reinstallInstance", "resetPasswordAction", "rescue", .. MoreTargets, .. ImageTargets];

    /// <summary>The plan of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="crashPoints">All checkpoints: every second seed aims at one of them, so that the rare are struck too.</param>
    public static LifePlan Of(long seed, IReadOnlyList<CrashPoint> crashPoints)
    {
        var random = SimWorld.Seeded(seed * 7919);
        var orders = Enumerable.Range(1, random.Next(1, 4)).Select(number => NewOrder(number, random)).ToList();
        var what = random.Next(10);
        var (more, images) = (seed % 10 == 7, seed % 10 == 3);
        // Half of the lives in which something rare is done have their fault there: it would hardly be met otherwise.
        var targets = seed / 10 % 2 == 0 ? Targets : more ? MoreTargets : images ? ImageTargets : Targets;
        var fault = what >= 4 ? NewFault(random, targets) : null;
        var plan = new LifePlan(seed, orders, null, fault)
        {
            ComeBack = random.Next(4) == 0,
            Stranger = random.Next(4) == 0,
            Meddle = random.Next(6) == 0 ? PanelActs[random.Next(PanelActs.Length)] : null,
            PageSize = random.Next(2) == 0 ? SmallPage : LargePage,
            Powers = random.Next(3) == 0 || AimedAction(fault) is not null,
            FirstPower = AimedAction(fault),
            Accesses = random.Next(3) == 0 || AccessWishes.Meeting(fault?.Operation) is not null,
            FirstAccess = AccessWishes.Meeting(fault?.Operation),
            OutlivesRetention = random.Next(12) == 0,
            More = more,
            Images = images,
        };
        // Every second seed aims at a checkpoint, one after the other, so that each has its turn however many there are; every
        // fourth time around by the very life that was recorded, which is sure to get there.
        var (round, turn) = Math.DivRem((seed - 1) / 2, crashPoints.Count);
        var point = crashPoints[(int)turn];
        return seed % 2 == 0 ? round % 4 == 0 ? point.Passing[0].Plan(new CrashSpot(0, point.Name)) : plan.AimedAt(point, random)
            : what is < 4 or 9 ? plan with { CrashAt = new CrashSpot(random.Next(CheckpointsPerOrder * orders.Count)) }
            : plan;
    }

    public override string ToString() =>
        $"seed {Seed}: {Orders.Count} order(s), "
        + (CrashAt is { } at ? $"crash at {at}" : "no crash")
        + (Meddle is { } what ? $", {what} in the panel" : "")
        + (Fault is { } fault ? $", {fault.Misbehaviour} on {fault.Operation} after {fault.Skip}" : "");

    /// <summary>A rare checkpoint is only passed when something led there, so what led there in a recording happens here too.</summary>
    private LifePlan AimedAt(CrashPoint point, Random random)
    {
        var way = point.Passing[random.Next(point.Passing.Count)];
        return this with
        {
            CrashAt = new CrashSpot(random.Next(3) == 0 ? random.Next(1, 4) : 0, point.Name),
            Fault = way.Fault,
            Orders = [new SimOrder(1, ends: true, way.EndsEarly), .. Orders.Skip(1)],
            Stranger = true,
            ComeBack = ComeBack || way.ComesBack,
            Meddle = way.Meddle ?? Meddle,
            Powers = Powers || way.Powers,
            FirstPower = AimedAction(way.Fault) ?? FirstPower,
            Accesses = Accesses || way.Accesses,
            FirstAccess = way.FirstAccess ?? FirstAccess,
            OutlivesRetention = way.OutlivesRetention,
            More = More || way.More,
            Images = Images || way.Images,
        };
    }

    private static SimOrder NewOrder(int number, Random random)
    {
        var ends = random.Next(10) < 7;
        return new SimOrder(number, ends, ends && random.Next(3) == 0);
    }

    private static FaultRule NewFault(Random random, string[] targets)
    {
        var misbehaviour = PossibleFaults.All[random.Next(PossibleFaults.All.Count)];
        var target = TargetOf(misbehaviour, random, targets);
        return new FaultRule
        {
            Misbehaviour = misbehaviour,
            Operation = target,
            // What is done once or twice in a life goes wrong at once.
            Skip = Rare.Contains(target) ? 0 : random.Next(3),
            Count = random.Next(4) == 0 ? random.Next(2, 30) : 1,
            Delay = random.Next(2) == 0 ? TimeSpan.FromSeconds(random.Next(1, 1500)) : null,
        };
    }

    /// <summary>The wish that a fault waits for: one that nobody wishes would never meet it.</summary>
    public static PowerAction? AimedAction(FaultRule? fault) =>
        PowerActions.Customers.Cast<PowerAction?>().FirstOrDefault(action => PowerActions.NameOf(action!.Value) == fault?.Operation);

    private static string TargetOf(Misbehaviour misbehaviour, Random random, string[] targets) => misbehaviour switch
    {
        Misbehaviour.FailedList or Misbehaviour.ShortList or Misbehaviour.StaleList or Misbehaviour.DuplicatePage or Misbehaviour.TokenExpiry => "*",
        Misbehaviour.ShutdownIgnored => "shutdown",
        Misbehaviour.ReinstallError => "reinstallInstance",
        _ => targets[random.Next(targets.Length)],
    };
}
