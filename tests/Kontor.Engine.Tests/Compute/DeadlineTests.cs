using CsCheck;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Whatever the cloud does, nothing waits for ever: each row that is not at rest has a deadline and is looked at again.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public void Whatever_is_not_at_rest_falls_due_again_and_has_a_deadline() => Gen.Long[0, 1_000_000].Sample(Live, iter: 4, threads: 1);

    /// <summary>Three services come, one leaves early, all leave; the cloud misbehaves as a seed says.</summary>
    private static void Live(long seed)
    {
        var watch = new RowWatch();
        using var engine = new EngineFixture(watch);
        watch.Rows = engine.Rows;
        engine.Cloud.Faults.UseSeed(new FaultSeed { Seed = seed, Rate = 0.4 });
        LiveAsync(engine).GetAwaiter().GetResult();
        Assert.Empty(watch.Forgotten);
        Assert.True(watch.Seen > 0);
    }

    private static async Task LiveAsync(EngineFixture engine)
    {
        var orders = new List<AcceptedOrder>();
        foreach (var service in new[] { "1", "2", "3" })
        {
            orders.Add(await engine.OrderAsync(Shop.OrderFor(service)));
        }

        engine.Work();
        await engine.TerminateAsync(orders[0].Subject);
        engine.Pass(TimeSpan.FromMinutes(30), step: TimeSpan.FromSeconds(30));
        await engine.TerminateAsync(orders[1].Subject);
        await engine.TerminateAsync(orders[2].Subject);
        engine.Pass(TimeSpan.FromHours(30), step: TimeSpan.FromMinutes(30));
    }

    /// <summary>Looks at every row after every transaction.</summary>
    private sealed class RowWatch : ICheckpoints
    {
        public Database? Rows { get; set; }

        public int Seen { get; private set; }

        public List<Operation> Forgotten { get; } = [];

        public async ValueTask ReachedAsync(string name)
        {
            if (Rows is null || !name.EndsWith("/committed", StringComparison.Ordinal) || name.StartsWith("operation.claim", StringComparison.Ordinal))
            {
                return;
            }

            var rows = await Rows.ReadAsync(db => db.GetTable<Operation>().ToListAsync(), CancellationToken.None);
            Seen += rows.Count;
            Forgotten.AddRange(rows.Where(IsForgotten));
        }

        public void ReachedUncommitted(string name)
        {
        }

        private static bool IsForgotten(Operation row) => row.Status switch
        {
            "pending" or "running" => row.DueAt is null || row.DeadlineAt is null,
            "needs_attention" => row.DueAt is null,
            _ => false,
        };
    }
}
