using Kontor.Contabo;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Doors;
using Kontor.Engine;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Images;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Bench.Lives;

/// <summary>The engine on a database file and the simulated cloud, whose time passes only between two steps.</summary>
internal sealed class EngineOnVirtualTime : IDisposable
{
    private static readonly AccountId Account = new("main");
    private readonly DatabaseFile _file;
    private readonly HttpMessageHandler _door;
    private readonly ServiceProvider _services;

    /// <summary>Opens a database in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="wire">What answers in the simulated cloud's place; null for the cloud itself.</param>
    public EngineOnVirtualTime(string folder, HttpMessageHandler? wire = null)
    {
        _file = DatabaseFile.Open(Path.Combine(folder, "kontor.db"));
        Cloud = new SimulatedCloud(Clock);
        _door = wire ?? new InMemoryDoor(Cloud);
        var client = ContaboClientFactory.Create(Calls.CallBench.Options(new Uri("http://127.0.0.1")), _door, Clock, () => 0.5, Ids.New);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IIdSource>(new SystemIdSource(Clock))
            .AddSingleton<ICheckpoints>(Checkpoints)
            .AddSingleton(_ => new Database(_file.ConnectionString, Clock, Checkpoints))
            .AddSingleton(new Installation { Id = "bench", Simulated = true })
            .AddSingleton(new ContaboAccounts([new ContaboAccount(Account, Currency.Eur, client)]))
            .AddSingleton(new PurchasingOptions())
            .AddSingleton(new ComputeOptions())
            .AddSingleton(new ImageOptions())
            .AddSingleton(new OperationOptions())
            .AddSingleton(new SweepOptions())
            .AddSingleton<IKeySource>(new KeyInMemory(new KeyEncryptionKey(new byte[KeyEncryptionKey.Length])))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddKontorEngine()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public SimulatedCloud Cloud { get; }

    public CountingCheckpoints Checkpoints { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task PrepareAsync() => _ = (await Get<EnsureDefaultCatalogHandler>().HandleAsync(CancellationToken.None)).Value;

    /// <summary>Works, and lets time pass, until an operation has succeeded.</summary>
    public async Task FinishAsync(OperationId id)
    {
        var store = Get<OperationStore>();
        for (var step = 0; step < 1_000; step++)
        {
            while (await Get<OperationRunner>().RunOneAsync("bench", CancellationToken.None))
            {
            }

            if ((await store.FindAsync(id, CancellationToken.None))!.Status == "succeeded")
            {
                return;
            }

            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        throw new InvalidOperationException($"Operation {id} did not succeed.");
    }

    public void Dispose()
    {
        _services.Dispose();
        _door.Dispose();
        _file.Dispose();
    }
}
