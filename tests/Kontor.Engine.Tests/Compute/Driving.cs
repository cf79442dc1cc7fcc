using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Lets a fixture's time pass and its engine work, as one thread that nothing hurries.</summary>
internal static class Driving
{
    /// <summary>Far longer than anything here lasts without a person: what is not at rest then goes round in circles.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(3);

    /// <summary>Does all that is due now.</summary>
    public static void Work(this EngineFixture engine) => InPlace(engine.Process.Work);

    /// <summary>Lets time pass in steps, working after each.</summary>
    public static void Pass(this EngineFixture engine, TimeSpan span, TimeSpan? step = null) => InPlace(() =>
    {
        var end = engine.Clock.GetUtcNow() + span;
        engine.Process.Work();
        while (engine.Clock.GetUtcNow() < end)
        {
            engine.Clock.Advance(step ?? TimeSpan.FromSeconds(10));
            engine.Process.Work();
        }
    });

    /// <summary>Lets time pass until an operation has ended or waits for a person.</summary>
    public static async Task<Operation> RunUntilAtRestAsync(this EngineFixture engine, OperationId id)
    {
        var end = engine.Clock.GetUtcNow() + LongEnough;
        engine.Work();
        while ((await engine.OperationAsync(id)).Status is "pending" or "running")
        {
            Assert.True(engine.Clock.GetUtcNow() < end, $"Still not at rest: {await engine.OperationAsync(id)}");
            engine.Pass(TimeSpan.FromSeconds(10));
        }

        return await engine.OperationAsync(id);
    }

    /// <summary>Compares the provider's list with our rows once.</summary>
    public static async Task SweepAsync(this EngineFixture engine)
    {
        var account = engine.Get<ContaboAccounts>().Default!;
        Assert.True(await engine.Get<SweepInstances>().RunAsync(account, TestContext.Current.CancellationToken));
    }

    /// <summary>Deletes what has served at the provider; time passes only while an answer is late.</summary>
    public static async Task SweepSecretsAsync(this EngineFixture engine)
    {
        var sweep = Task.CompletedTask;
        InPlace(() => sweep = engine.Get<SweepProviderSecrets>().RunAsync(engine.Get<ContaboAccounts>().Default!, TestContext.Current.CancellationToken));
        var end = engine.Clock.GetUtcNow() + LongEnough;
        while (!sweep.IsCompleted && engine.Clock.GetUtcNow() < end)
        {
            engine.Pass(TimeSpan.FromSeconds(10));
        }

        await sweep;
    }

    public static async Task<Operation> OperationAsync(this EngineFixture engine, OperationId id) =>
        (await engine.Get<OperationStore>().FindAsync(id, TestContext.Current.CancellationToken))!;

    /// <summary>Works without the test's synchronization context, under which what a timer wakes would run elsewhere and later.</summary>
    private static void InPlace(Action work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            work();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
