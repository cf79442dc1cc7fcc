using Kontor.Contabo;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Doors;
using Kontor.Engine;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Images;
using Kontor.Engine.Images.Sweep;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kontor.FaultSimulation.World;

/// <summary>One run of the real engine as a process: with its database, its wire to the cloud, and its death.</summary>
internal sealed class SimNode : IDisposable
{
    /// <summary>The one account there is.</summary>
    public static readonly AccountId Account = new("main");

    private readonly ServiceProvider _services;
    private readonly SimCheckpoints _checkpoints;

    public SimNode(SimParts parts, CrashPlan plan)
    {
        _checkpoints = new SimCheckpoints(plan, parts.Scheduler);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(parts.Time)
            .AddSingleton<IIdSource>(parts.Ids)
            .AddSingleton<ICheckpoints>(_checkpoints)
            .AddSingleton(_ => new Database(parts.ConnectionString, parts.Time, _checkpoints))
            .AddSingleton(parts.Installation)
            .AddSingleton(new ContaboAccounts([new ContaboAccount(Account, Currency.Eur, Client(parts))]))
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

    /// <summary>Gets whether the process is dead.</summary>
    public bool Dead => _checkpoints.Dead;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Has one worker take one due operation a step further, if there is one and the process lives.</summary>
    public async Task WorkAsync(string worker)
    {
        try
        {
            await Get<OperationRunner>().RunOneAsync(worker, CancellationToken.None);
        }
        catch (NodeDied)
        {
        }
    }

    /// <summary>Compares the provider's list with our rows once.</summary>
    public async Task SweepAsync()
    {
        try
        {
            await Get<SweepInstances>().RunAsync(Get<ContaboAccounts>().Default!, CancellationToken.None);
        }
        catch (NodeDied)
        {
        }
    }

    /// <summary>Compares the custom images with the provider's list once.</summary>
    public async Task SweepImagesAsync()
    {
        try
        {
            await Get<SweepImages>().RunAsync(Get<ContaboAccounts>().Default!, CancellationToken.None);
        }
        catch (NodeDied)
        {
        }
    }

    /// <summary>Deletes the secrets at the provider that have served.</summary>
    public async Task SweepSecretsAsync()
    {
        try
        {
            await Get<SweepProviderSecrets>().RunAsync(Get<ContaboAccounts>().Default!, CancellationToken.None);
        }
        catch (NodeDied)
        {
        }
    }

    /// <summary>Begins the machines of wishes for many that may begin now.</summary>
    public async Task RunBulksAsync()
    {
        try
        {
            await Get<BulkRunner>().RunAsync(CancellationToken.None);
        }
        catch (NodeDied)
        {
        }
    }

    /// <summary>What a process does first: frees the leases of those before it.</summary>
    public async Task StartAsync()
    {
        try
        {
            await Get<OperationStore>().ReleaseAllAsync(CancellationToken.None);
        }
        catch (NodeDied)
        {
        }
    }

    public void Dispose() => _services.Dispose();

    private ContaboClient Client(SimParts parts)
    {
        var demo = AccountSettings.Demo;
        var options = new ContaboOptions
        {
            ClientId = demo.ClientId,
            ClientSecret = demo.ClientSecret,
            ApiUser = demo.ApiUser,
            ApiPassword = demo.ApiPassword,
            RequestsPerSecond = 1000,
            ConcurrentRequests = 100,
            PageSize = parts.PageSize,
        };
        var door = new InMemoryDoor(parts.Cloud, new WireBoundary(_checkpoints, parts.Scheduler, parts.Time, parts.Random));
        return ContaboClientFactory.Create(options, door, parts.Time, parts.Random.NextDouble, parts.Ids.NewRequestId);
    }
}

/// <summary>What all runs of the engine in one world share.</summary>
internal sealed record SimParts(
    string ConnectionString,
    SimTime Time,
    SimScheduler Scheduler,
    SimIds Ids,
    Random Random,
    SimulatedCloud Cloud,
    Installation Installation,
    int PageSize);
