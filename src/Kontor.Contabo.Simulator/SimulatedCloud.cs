using System.Diagnostics.CodeAnalysis;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Billing;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Images;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Snapshots;
using Kontor.Contabo.Simulator.State;

namespace Kontor.Contabo.Simulator;

/// <summary>
/// The simulated provider: pure, deterministic, with no timers of its own. Whatever the clock has brought since the last
/// call is worked off, in order, before the next one. Safe for several threads; doors only translate.
/// </summary>
public sealed class SimulatedCloud
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Queue<RequestRecord> _requests = new();
    private World _world;
    private TokenVault _vault;
    private TokenEndpoint _tokens;
    private Gate _entrance;
    private Desk _desk;
    private long _received;

    /// <summary>Makes an empty cloud whose time is the clock's.</summary>
    public SimulatedCloud(TimeProvider clock, SimulatorOptions? options = null)
    {
        _clock = clock;
        Options = options ?? new SimulatorOptions();
        Panel = new Panel(this);
        Furnish();
    }

    /// <summary>The settings.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>Misbehaviour: planned, by seed, and counted.</summary>
    public FaultBook Faults => Look(world => world.Faults);

    /// <summary>The door of a person who works in the provider's panel, past us.</summary>
    public Panel Panel { get; }

    /// <summary>The purchases, oldest first.</summary>
    public IReadOnlyList<PurchaseEntry> PurchaseLog => Look(world => world.Contracts.Purchases.ToArray());

    /// <summary>Every charge, oldest first.</summary>
    public IReadOnlyList<Charge> Charges => Look(world => world.Contracts.Charges.ToArray());

    /// <summary>The instances that exist, by id.</summary>
    public IReadOnlyList<Instance> Instances => Look(world => world.Instances.Everything.OrderBy(one => one.InstanceId).ToArray());

    /// <summary>One instance, or null when it does not exist (any more).</summary>
    public Instance? FindInstance(long instanceId) => Look(world => world.Instances.Find(instanceId));

    /// <summary>The snapshots of an instance, oldest first.</summary>
    public IReadOnlyList<Snapshot> Snapshots(long instanceId) => Look(world => world.Snapshots.Of(instanceId).ToArray());

    /// <summary>The custom images that stand, in the order they were registered.</summary>
    public IReadOnlyList<StoredImage> CustomImages => Look(world => world.CustomImages.Everything.Where(image => !image.IsDeleted).Select(image => new StoredImage
    {
        ImageId = image.ImageId,
        Account = image.Account,
        Name = image.Name,
        Description = image.Description,
        Url = image.Url,
        Status = image.Status,
    }).ToArray());

    /// <summary>The secrets that stand in all accounts, by number.</summary>
    public IReadOnlyList<StoredSecret> Secrets => Look(world => world.Secrets.Everything.Select(secret => new StoredSecret
    {
        SecretId = secret.SecretId, Account = secret.Account, Name = secret.Name, Type = secret.Type, Value = secret.Value,
    }).ToArray());

    /// <summary>The latest calls, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests => Look(_ => _requests.ToArray());

    /// <summary>When something happens next without anybody calling; null: never.</summary>
    public DateTimeOffset? NextEventAt => Look(world => world.Agenda.NextAt);

    /// <summary>Counts every change, so that a state file is written only when there is one.</summary>
    public long Version { get; private set; }

    /// <summary>Works off one request, misbehaving as told.</summary>
    public CloudReply Handle(CloudRequest request) => Look(world =>
    {
        var reply = request.Path == TokenEndpoint.Path ? Token(world, request) : Api(request);
        _requests.Enqueue(new RequestRecord(
            ++_received, world.Now, request.Method, request.Path, request.Query, request.Header("x-request-id"), reply.OperationId,
            reply.Delivery, reply.Delivery == CloudDelivery.Answer ? reply.Response!.Status : null, reply.Fault));
        while (_requests.Count > Options.RequestRecordLimit)
        {
            _requests.Dequeue();
        }

        // A read that went well changed nothing worth keeping.
        Version += request.Method == "GET" && reply.Fault is null ? 0 : 1;
        return reply;
    });

    /// <summary>A caller gave up while its request was on the wire; whether it still arrives is a setting.</summary>
    public void Abandon(CloudRequest request) => Change(world =>
    {
        if (Options.AbandonedRequestArrivesAfter is { } delay && _entrance.Admit(request).Call is { Operation.IsRead: false } call)
        {
            world.Agenda.Add(world.Now + delay, new LateRequest(request, call.Account.ClientId));
        }

        return true;
    });

    /// <summary>The charges of a month ("2026-11") in Berlin.</summary>
    public Invoice Invoice(string account, string month) => Look(world => world.Contracts.Invoice(world.Account(account), month));

    /// <summary>Plants a purchase that never happened: the same again, for another instance id. For seeing an oracle go red.</summary>
    public PurchaseEntry PlantDuplicate(long sequence) => Change(world =>
    {
        var original = world.Contracts.Purchases.FirstOrDefault(entry => entry.Sequence == sequence)
            ?? throw new ArgumentException($"The purchase log has no entry {sequence}.");
        return world.Contracts.PlantDuplicate(original, world.Ids.NextInstance());
    });

    /// <summary>Forgets everything: instances, contracts, faults and the record of calls. Only the clock goes on.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Furnish();
            _requests.Clear();
            Version++;
        }
    }

    internal CloudSnapshot Snapshot() => Look(world => CloudSnapshot.Of(world, _vault, _received));

    internal void Restore(CloudSnapshot snapshot)
    {
        lock (_gate)
        {
            Furnish();
            _received = snapshot.Received;
            snapshot.ApplyTo(_world, _vault);
            Version++;
        }
    }

    /// <summary>Reads after the clock's due events were worked off.</summary>
    internal T Look<T>(Func<World, T> read)
    {
        lock (_gate)
        {
            CatchUp();
            return read(_world);
        }
    }

    internal T Change<T>(Func<World, T> change)
    {
        lock (_gate)
        {
            CatchUp();
            Version++;
            return change(_world);
        }
    }

    [MemberNotNull(nameof(_world), nameof(_vault), nameof(_tokens), nameof(_entrance), nameof(_desk))]
    private void Furnish()
    {
        _world = new World(Options, _gate, _clock.GetUtcNow());
        _vault = new TokenVault(Options);
        _tokens = new TokenEndpoint(Options, _vault);
        _entrance = new Gate(_world, _tokens);
        _desk = new Desk(_world, _vault.Revoke);
    }

    private CloudReply Token(World world, CloudRequest request)
    {
        var client = TokenEndpoint.ClientIn(request) ?? "";
        var hit = world.Faults.Next(FaultCategory.Delivery, null, new FaultSubject(client, client, null, null, 1));
        var reply = Desk.Before(hit, Options) ?? Desk.After(hit, _tokens.Handle(request, world.Now));
        return reply with { Fault = hit?.Misbehaviour, OperationId = FaultTable.Token };
    }

    private CloudReply Api(CloudRequest request)
    {
        var (call, refusal) = _entrance.Admit(request);
        return call is null ? new CloudReply(CloudDelivery.Answer, refusal) : _desk.Serve(call, request);
    }

    private void CatchUp()
    {
        var now = _clock.GetUtcNow();
        while (_world.Agenda.TryTake(now, out var at, out var item))
        {
            _world.Now = at;
            Version++;
            Happen(item);
        }

        // A clock that was set back must not undo what happened.
        _world.Now = now > _world.Now ? now : _world.Now;
    }

    private void Happen(AgendaItem item)
    {
        switch (item)
        {
            case InstanceEvent due:
                InstanceLife.Advance(_world, due.InstanceId);
                break;
            case SnapshotEvent due:
                SnapshotLife.Advance(_world, due);
                break;
            case ImageEvent due:
                ImageLife.Advance(_world, due.ImageId);
                break;
            case LateAudit late:
                _world.Audits.Show(late.Row);
                break;
            case LateRequest late when _entrance.AdmitLate(late.Request, late.Account) is { } call:
                Desk.Carry(call);
                break;
            default:
                break;
        }
    }
}
