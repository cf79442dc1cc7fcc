using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Billing;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Images;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Snapshots;
using Kontor.Contabo.Simulator.Tags;

namespace Kontor.Contabo.Simulator.State;

/// <summary>Everything the cloud knows, for the state file. The record of calls belongs to a run and is not in it.</summary>
internal sealed record CloudSnapshot
{
    public required DateTimeOffset Now { get; init; }

    public required CounterState Counters { get; init; }

    public required long Received { get; init; }

    public required IReadOnlyList<Instance> Instances { get; init; }

    public required IReadOnlyList<PurchaseEntry> Purchases { get; init; }

    public required IReadOnlyList<Charge> Charges { get; init; }

    public IReadOnlyList<Snapshot> Snapshots { get; init; } = [];

    public IReadOnlyList<CustomImage> CustomImages { get; init; } = [];

    public required IReadOnlyList<AuditRow> Audits { get; init; }

    public required IReadOnlyList<LateAuditState> LateAudits { get; init; }

    public required IReadOnlyList<LateRequestState> LateRequests { get; init; }

    public required IReadOnlyList<Secret> Secrets { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public required IReadOnlyList<Assignment> Assignments { get; init; }

    public required FaultState Faults { get; init; }

    public required IReadOnlyList<string> RevokedTokens { get; init; }

    public static CloudSnapshot Of(World world, TokenVault vault, long received) => new()
    {
        Now = world.Now,
        Counters = CounterState.Of(world.Ids, vault),
        Received = received,
        Instances = [.. world.Instances.Everything.OrderBy(one => one.InstanceId)],
        Purchases = [.. world.Contracts.Purchases],
        Charges = [.. world.Contracts.Charges],
        Snapshots = [.. world.Snapshots.Everything],
        CustomImages = [.. world.CustomImages.Everything],
        Audits = [.. world.Audits.Everything],
        LateAudits = [.. world.Agenda.Late.Where(late => late.Item is LateAudit)
            .Select(late => new LateAuditState(late.At, ((LateAudit)late.Item).Row))],
        LateRequests = [.. world.Agenda.Late.Where(late => late.Item is LateRequest)
            .Select(late => new LateRequestState(late.At, ((LateRequest)late.Item).Request, ((LateRequest)late.Item).Account))],
        Secrets = [.. world.Secrets.Everything],
        Tags = [.. world.Tags.Everything],
        Assignments = [.. world.Tags.AllAssignments],
        Faults = FaultState.Of(world.Faults),
        RevokedTokens = [.. vault.Revoked],
    };

    public void ApplyTo(World world, TokenVault vault)
    {
        Counters.ApplyTo(world.Ids, vault);
        world.Contracts.Restore(Purchases, Charges);
        world.Faults.Restore(Faults.Rules, Faults.Fired, Faults.Seed, Faults.Occurrences);
        Each(Instances, instance => InstanceLife.Save(world, instance));
        Each(Snapshots, snapshot => SnapshotLife.Save(world, snapshot));
        Each(CustomImages, image => ImageLife.Save(world, image));
        Each(Audits, world.Audits.Show);
        Each(Secrets, world.Secrets.Save);
        Each(Tags, world.Tags.Save);
        Each(Assignments, world.Tags.Assign);
        Each(RevokedTokens, vault.Revoke);
        Each(LateAudits, late => world.Agenda.Add(late.At, new LateAudit(late.Row)));
        Each(LateRequests, late => world.Agenda.Add(late.At, new LateRequest(late.Restored(), late.Account)));
        world.Now = Now;
    }

    private static void Each<T>(IReadOnlyList<T> items, Action<T> apply)
    {
        foreach (var item in items)
        {
            apply(item);
        }
    }
}

internal sealed record LateAuditState(DateTimeOffset At, AuditRow Row);

internal sealed record LateRequestState(DateTimeOffset At, CloudRequest Request, string Account)
{
    /// <summary>Names of headers ignore case again, which a file cannot say.</summary>
    public CloudRequest Restored() =>
        Request with { Headers = new Dictionary<string, string>(Request.Headers, StringComparer.OrdinalIgnoreCase) };
}

internal sealed record FaultState(
    IReadOnlyList<FaultRuleState> Rules, IReadOnlyList<FiredFault> Fired, FaultSeed? Seed, IReadOnlyDictionary<string, int> Occurrences)
{
    public static FaultState Of(FaultBook book) =>
        new(book.Rules, book.Fired, book.Seed, new Dictionary<string, int>(book.SeededOccurrences));
}

/// <summary>The last two were not in files of the first format, whose simulator had neither tickets nor snapshots.</summary>
internal sealed record CounterState(
    long Instance, long Audit, long Secret, long Tag, long Uuid, long Token, long Ticket = 300_000, long Snapshot = 0)
{
    public static CounterState Of(IdSource ids, TokenVault vault) =>
        new(ids.LastInstance, ids.LastAudit, ids.LastSecret, ids.LastTag, ids.LastUuid, vault.LastToken, ids.LastTicket, ids.LastSnapshot);

    public void ApplyTo(IdSource ids, TokenVault vault)
    {
        (ids.LastInstance, ids.LastAudit, ids.LastSecret) = (Instance, Audit, Secret);
        (ids.LastTag, ids.LastUuid, vault.LastToken) = (Tag, Uuid, Token);
        (ids.LastTicket, ids.LastSnapshot) = (Ticket, Snapshot);
    }
}
