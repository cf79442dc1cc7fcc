using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Hosting;
using Kontor.Contabo.Simulator.State;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Hosting;

public sealed class SimulatorServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kontor-simulator").FullName;

    private string Path => System.IO.Path.Combine(_folder, "state.json");

    [Fact]
    public async Task A_taken_port_is_named_with_its_cure()
    {
        await using var first = await StartAsync(new SimulatorServerSettings { Port = 0 });

        var refusal = await Assert.ThrowsAsync<PortInUseException>(() => StartAsync(new SimulatorServerSettings { Port = first.Address.Port }));

        Assert.Equal($"Port {first.Address.Port} is taken by another program; choose one with --port.", refusal.Message);
    }

    [Fact]
    public async Task A_restart_with_a_state_file_goes_on_where_it_stood()
    {
        var settings = new SimulatorServerSettings
        {
            Port = 0,
            Mode = ClockMode.Stepped,
            Start = new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero),
            StatePath = Path,
        };
        await using (var first = await StartAsync(settings))
        {
            using var api = await new ApiCaller(new SocketsHttpHandler(), first.Address).SignInAsync();
            await api.OrderAsync();
            first.Clock.Advance(TimeSpan.FromDays(3));
        }

        await using var second = await StartAsync(settings);

        Assert.Single(second.Cloud.PurchaseLog);
        Assert.Equal(new DateTimeOffset(2026, 11, 13, 9, 0, 0, TimeSpan.Zero), second.Clock.GetUtcNow());
        Assert.Equal("running", Assert.Single(second.Cloud.Instances).Status);
    }

    [Fact]
    public async Task A_state_with_a_strangers_instances_is_refused()
    {
        var other = Accounts.OtherAccount.Settings;
        var settings = new SimulatorServerSettings { Port = 0, StatePath = Path };
        await using (var first = await StartAsync(settings with { Cloud = new SimulatorOptions { Accounts = [other] } }))
        {
            first.Cloud.Panel.Add(other.ClientId, "V153", "theirs");
        }

        var refusal = await Assert.ThrowsAsync<StateFileException>(() => StartAsync(settings));

        Assert.Contains(other.ClientId, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--speed", "fast")]
    [InlineData("--start", "yesterday")]
    [InlineData("--accounts", "nowhere.json")]
    [InlineData("--unknown", "1")]
    public async Task A_wrong_option_is_an_error_and_starts_nothing(string option, string value)
    {
        var parsed = SimulatorCommand.Create().Parse([option, value, "--port", "0"]);

        Assert.NotEqual(0, await parsed.InvokeAsync(
            new System.CommandLine.InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null },
            TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<SimulatorServer> StartAsync(SimulatorServerSettings settings) =>
        SimulatorServer.StartAsync(settings, TestContext.Current.CancellationToken);
}
