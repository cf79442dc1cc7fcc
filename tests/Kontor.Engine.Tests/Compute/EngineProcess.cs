using Kontor.Contabo;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Images;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kontor.Engine.Tests.Compute;

/// <summary>One run of the engine, with two workers.</summary>
internal sealed class EngineProcess : IDisposable
{
    /// <summary>The one account there is.</summary>
    public static readonly AccountId Account = new("main");

    private readonly ServiceProvider _services;
    private readonly Task<bool>?[] _workers = new Task<bool>?[2];

    public EngineProcess(
        string connectionString, TimeProvider clock, IIdSource ids, ICheckpoints checkpoints, HttpMessageHandler wire, AccountSettings credentials)
    {
        var client = Client(wire, clock, ids, credentials);
        var database = new Database(connectionString, clock, checkpoints);
        _services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton(ids)
            .AddSingleton(checkpoints)
            .AddSingleton(_ => database)
            .AddSingleton(new Installation { Id = "test", Simulated = true })
            .AddSingleton(_ => new ContaboAccounts([new ContaboAccount(Account, Currency.Eur, client)]))
            .AddSingleton(new PurchasingOptions())
            .AddSingleton(new ComputeOptions())
            .AddSingleton(new ImageOptions())
            .AddSingleton(new OperationOptions { Workers = 2 })
            .AddSingleton(new SweepOptions())
            .AddSingleton<IKeySource>(new KeyInMemory(new KeyEncryptionKey(new byte[KeyEncryptionKey.Length])))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddKontorEngine()
            .BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Has both workers do all that is due now; one that waits for the cloud goes on when the clock lets it.</summary>
    public void Work()
    {
        do
        {
            Get<BulkRunner>().RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        while (Enumerable.Range(0, _workers.Length).Any(Step));
    }

    public void Dispose() => _services.Dispose();

    /// <summary>Lets a worker take a step, if it is free.</summary>
    /// <returns>Whether there was something to do.</returns>
    private bool Step(int worker)
    {
        if (_workers[worker] is { IsCompleted: false })
        {
            return false;
        }

        _workers[worker]?.GetAwaiter().GetResult();
        var step = Get<OperationRunner>().RunOneAsync($"worker {worker}", CancellationToken.None);
        _workers[worker] = step;
        return !step.IsCompleted || step.GetAwaiter().GetResult();
    }

    private static ContaboClient Client(HttpMessageHandler wire, TimeProvider clock, IIdSource ids, AccountSettings credentials)
    {
        var options = new ContaboOptions
        {
            ClientId = credentials.ClientId,
            ClientSecret = credentials.ClientSecret,
            ApiUser = credentials.ApiUser,
            ApiPassword = credentials.ApiPassword,
            RequestsPerSecond = 100_000,
            ConcurrentRequests = 1_000,
        };
        return ContaboClientFactory.Create(options, wire, clock, () => 0.5, ids.NewRequestId);
    }
}
