using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Hosting;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Doors;

/// <summary>A cloud behind one of its doors, so that the same test runs through each.</summary>
internal interface ICloudHarness : IAsyncDisposable
{
    SimulatedCloud Cloud { get; }

    ApiCaller Caller(AccountSettings? account = null);

    void Advance(TimeSpan by);
}

internal sealed class InMemoryHarness(SimulatorOptions options) : ICloudHarness
{
    private readonly CloudRig _rig = new(options);

    public SimulatedCloud Cloud => _rig.Cloud;

    public ApiCaller Caller(AccountSettings? account = null) => _rig.Caller(account);

    public void Advance(TimeSpan by) => _rig.Clock.Advance(by);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal sealed class KestrelHarness(SimulatorServer server) : ICloudHarness
{
    public SimulatedCloud Cloud => server.Cloud;

    public ApiCaller Caller(AccountSettings? account = null) => new(new SocketsHttpHandler(), server.Address, account);

    public void Advance(TimeSpan by) => server.Clock.Advance(by);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public static async Task<KestrelHarness> StartAsync(SimulatorOptions options) => new(await SimulatorServer.StartAsync(
        new SimulatorServerSettings
        {
            Port = 0,
            Mode = Simulator.Clock.ClockMode.Stepped,
            Start = new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero),
            Cloud = options,
        },
        TestContext.Current.CancellationToken));
}
