using System.Net;
using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Control;
using Kontor.Contabo.Simulator.Doors;
using Kontor.Contabo.Simulator.State;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kontor.Contabo.Simulator.Hosting;

/// <summary>What a running simulator is made from.</summary>
public sealed record SimulatorServerSettings
{
    /// <summary>Port on loopback; 0: any free one.</summary>
    public int Port { get; init; } = 5550;

    /// <summary>How time passes.</summary>
    public ClockMode Mode { get; init; } = ClockMode.Real;

    /// <summary>The factor of a scaled clock.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>First simulated instant; null: now.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Where the state is kept; null: nowhere.</summary>
    public string? StatePath { get; init; }

    /// <summary>Is told in one sentence when the state cannot be written.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Everything about the cloud itself.</summary>
    public SimulatorOptions Cloud { get; init; } = new();
}

/// <summary>The port is taken.</summary>
public sealed class PortInUseException(int port) : Exception($"Port {port} is taken by another program; choose one with --port.");

/// <summary>A simulator behind Kestrel on loopback: the API, the token endpoint and the control API at one address.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StateKeeper? _keeper;

    private SimulatorServer(WebApplication app, SimulatedCloud cloud, SimulatedClock clock, StateKeeper? keeper)
    {
        _app = app;
        _keeper = keeper;
        Cloud = cloud;
        Clock = clock;
    }

    /// <summary>The cloud behind the doors.</summary>
    public SimulatedCloud Cloud { get; }

    /// <summary>Its clock.</summary>
    public SimulatedClock Clock { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Completes when the process is told to end.</summary>
    public Task Stopped => _app.WaitForShutdownAsync();

    /// <summary>Starts one, or throws <see cref="PortInUseException"/> or <see cref="StateFileException"/>.</summary>
    public static async Task<SimulatorServer> StartAsync(SimulatorServerSettings settings, CancellationToken cancellationToken)
    {
        var clock = new SimulatedClock(TimeProvider.System, settings.Start, settings.Mode, settings.Speed);
        var cloud = new SimulatedCloud(clock, settings.Cloud);
        var keeper = settings.StatePath is { } path ? StateKeeper.Open(path, cloud, clock, settings) : null;
        var app = Build(settings, cloud, clock);
        try
        {
            await app.StartAsync(cancellationToken);
            // Only after the port is ours: until then the file may belong to a simulator that is running.
            keeper?.Begin();
            return new SimulatorServer(app, cloud, clock, keeper);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new PortInUseException(settings.Port);
        }
        catch (StateFileException)
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening and writes the state.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }

    private static WebApplication Build(SimulatorServerSettings settings, SimulatedCloud cloud, SimulatedClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        // The provider's own paths first, and without routing: a whole demo's traffic goes this way.
        app.Use((context, next) => ControlApi.Owns(context.Request.Path) ? next(context) : KestrelDoor.ServeAsync(cloud, context));
        ControlApi.Map(app, cloud, clock);
        return app;
    }
}
