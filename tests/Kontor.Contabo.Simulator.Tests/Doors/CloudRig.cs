using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Contabo.Simulator.Tests.Doors;

/// <summary>A cloud on virtual time and the in-memory door.</summary>
internal sealed class CloudRig
{
    public static readonly Uri Address = new("http://cloud.test");

    public CloudRig(SimulatorOptions? options = null, DateTimeOffset? start = null)
    {
        Clock = new FakeTimeProvider(start ?? new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));
        Cloud = new SimulatedCloud(Clock, options);
    }

    public FakeTimeProvider Clock { get; }

    public SimulatedCloud Cloud { get; }

    public ApiCaller Caller(AccountSettings? account = null, ICloudBoundary? boundary = null) =>
        new(new InMemoryDoor(Cloud, boundary), Address, account);

    public Task<ApiCaller> SignedInAsync(AccountSettings? account = null) => Caller(account).SignInAsync();
}
