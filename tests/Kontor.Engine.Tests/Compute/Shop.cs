using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What a billing system asks of an engine: a sample order to begin with, and the calls, each with a key of its own.</summary>
internal static class Shop
{
    public const string Ubuntu = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";
    private static int _keys;

    public static Actor Actor { get; } = new(ActorKind.ApiKey, "shop-key", "shop");

    public static Actor Person { get; } = new(ActorKind.Operator, "staff");

    public static Fingerprint SoldAs { get; } = new("7", "55", new DateOnly(2026, 11, 1), "3");

    /// <summary>Gets one machine for service 1001.</summary>
    public static OrderInstance Order { get; } = OrderFor("1001");

    public static OrderInstance OrderFor(string externalId) => new(
        new SubjectKey("shop", "service", externalId),
        SoldAs,
        Generation: 1,
        Plan: "V153",
        Region: "EU",
        Image: Ubuntu,
        TermMonths: 1,
        Label: "web",
        DefaultUser: "admin",
        Account: null,
        Sold: null,
        Amend: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<Result<AcceptedOrder>> TryOrderAsync(this EngineFixture engine, OrderInstance order, string? key = null) =>
        engine.Get<OrderInstanceHandler>().HandleAsync(order, key ?? NewKey(), Actor, Cancel);

    public static async Task<AcceptedOrder> OrderAsync(this EngineFixture engine, OrderInstance order, string? key = null) =>
        (await engine.TryOrderAsync(order, key)).Value;

    /// <summary>Orders, and lets time pass until the machine runs.</summary>
    public static async Task<AcceptedOrder> BuyAsync(this EngineFixture engine, OrderInstance order)
    {
        var accepted = await engine.OrderAsync(order);
        Assert.Equal("succeeded", (await engine.RunUntilAtRestAsync(accepted.Operation.Id)).State);
        return accepted;
    }

    public static async Task<Operation> TerminateAsync(this EngineFixture engine, Subject subject, int generation = 1)
    {
        var request = new TerminateSubject(subject.Id, generation, subject.Fingerprint, "shop");
        return (await engine.Get<TerminateSubjectHandler>().HandleAsync(request, NewKey(), Actor, Cancel)).Value;
    }

    /// <summary>Terminates, and lets time pass until the end is proven.</summary>
    public static async Task<Operation> EndAsync(this EngineFixture engine, Subject subject, int generation = 1)
    {
        var terminate = await engine.RunUntilAtRestAsync((await engine.TerminateAsync(subject, generation)).Id);
        Assert.Equal("succeeded", terminate.State);
        return terminate;
    }

    public static async Task<Subject> OpenGenerationAsync(this EngineFixture engine, Subject subject) =>
        (await engine.Get<OpenGenerationHandler>().HandleAsync(subject.Id, "shop", Person, Cancel)).Value;

    public static async Task<Operation> GiveUpAsync(this EngineFixture engine, OperationId id) =>
        (await engine.Get<DecideOperationHandler>().GiveUpAsync(id, "shop", Person, Cancel)).Value;

    public static async Task<Operation> ResumeAsync(this EngineFixture engine, OperationId id) =>
        (await engine.Get<DecideOperationHandler>().ResumeAsync(id, "shop", Person, Cancel)).Value;

    public static Task<Result<Operation>> TryPowerAsync(this EngineFixture engine, ResourceId machine, PowerAction action, string? key = null) =>
        engine.Get<ChangeInstanceHandler>().HandleAsync(new ChangeInstance(machine, PowerActions.NameOf(action), "shop"), key ?? NewKey(), Actor, Cancel);

    /// <summary>Wishes, and lets time pass until the wish has come to something.</summary>
    public static async Task<Operation> PowerAsync(this EngineFixture engine, ResourceId machine, PowerAction action) =>
        await engine.RunUntilAtRestAsync((await engine.TryPowerAsync(machine, action)).Value.Id);

    public static Task<Result<Operation>> TryChangeAsync(
        this EngineFixture engine, ResourceId machine, string change, object? input, string? key = null) =>
        engine.Get<ChangeInstanceHandler>().HandleAsync(
            new ChangeInstance(machine, change, "shop") { Input = input }, key ?? NewKey(), Actor, Cancel);

    /// <summary>Wishes any change, and lets time pass until the wish has come to something.</summary>
    public static async Task<Operation> ChangeAsync(this EngineFixture engine, ResourceId machine, string change, object? input) =>
        await engine.RunUntilAtRestAsync((await engine.TryChangeAsync(machine, change, input)).Value.Id);

    public static Task<Result<Operation>> TrySuspendAsync(this EngineFixture engine, Subject subject, bool suspended, string? key = null, string? reason = null) =>
        engine.Get<SuspendSubjectHandler>().HandleAsync(
            new SuspendSubject(subject.Id, 1, subject.Fingerprint, suspended, "shop") { Reason = reason }, key ?? NewKey(), Actor, Cancel);

    /// <summary>Sets or lifts one kind of suspension, as staff, who may do so with each kind.</summary>
    public static Task<Result<Operation>> TrySuspendForAsync(this EngineFixture engine, Subject subject, SuspensionKind kind, bool suspended, Actor? actor = null) =>
        engine.Get<SuspendSubjectHandler>().HandleAsync(
            new SuspendSubject(subject.Id, 1, subject.Fingerprint, suspended, "shop") { Kind = kind }, NewKey(), actor ?? Person, Cancel);

    /// <summary>Sets or lifts one kind of suspension, and lets time pass until that has come to something.</summary>
    public static async Task<Operation> SuspendForAsync(this EngineFixture engine, Subject subject, SuspensionKind kind, bool suspended) =>
        await engine.RunUntilAtRestAsync((await engine.TrySuspendForAsync(subject, kind, suspended)).Value.Id);

    /// <summary>Suspends or unsuspends, and lets time pass until that has come to something.</summary>
    public static async Task<Operation> SuspendAsync(this EngineFixture engine, Subject subject, bool suspended) =>
        await engine.RunUntilAtRestAsync((await engine.TrySuspendAsync(subject, suspended)).Value.Id);

    public static string NewKey() => $"key-{Interlocked.Increment(ref _keys)}";
}
