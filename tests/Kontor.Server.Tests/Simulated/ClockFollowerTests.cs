using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Hosting;
using Kontor.Server.Simulated;
using Microsoft.Extensions.Logging;

namespace Kontor.Server.Tests.Simulated;

public sealed class ClockFollowerTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FollowedTimeProvider _clock = new(TimeProvider.System);
    private readonly Warnings _log = new();

    [Fact]
    public async Task The_clouds_time_is_taken_over_before_anything_asks_for_it()
    {
        await using var cloud = await CloudAsync();
        using var follower = new ClockFollower(cloud.Address, _clock, _log);

        await follower.BeginAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Start, _clock.GetUtcNow());
    }

    [Fact]
    public async Task A_step_of_the_cloud_is_heard_of_and_rings_what_is_due()
    {
        await using var cloud = await CloudAsync();
        using var follower = await FollowAsync(cloud);
        var due = Task.Delay(TimeSpan.FromDays(30), _clock, TestContext.Current.CancellationToken);

        cloud.Clock.Advance(TimeSpan.FromDays(31));
        await due.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Start.AddDays(31), _clock.GetUtcNow());
    }

    [Fact]
    public async Task A_cloud_that_goes_away_is_said_once_and_its_last_setting_stands()
    {
        var cloud = await CloudAsync();
        using var follower = await FollowAsync(cloud);

        await cloud.DisposeAsync();
        await _log.Said.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Start, _clock.GetUtcNow());
        Assert.Single(_log.All);
    }

    [Fact]
    public async Task A_cloud_that_is_not_there_is_said_in_one_sentence_with_the_cure()
    {
        var cloud = await CloudAsync();
        var address = cloud.Address;
        await cloud.DisposeAsync();
        using var follower = new ClockFollower(address, _clock, _log);

        var silent = await Assert.ThrowsAsync<ClockUnreachableException>(() => follower.BeginAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"SimulatedClock is {address} and nothing tells the time there", silent.Message);
        Assert.EndsWith("start the simulated cloud first, or remove the setting to go by real time.", silent.Message);
    }

    private static Task<SimulatorServer> CloudAsync() => SimulatorServer.StartAsync(
        new SimulatorServerSettings { Port = 0, Mode = ClockMode.Stepped, Start = Start }, TestContext.Current.CancellationToken);

    private async Task<ClockFollower> FollowAsync(SimulatorServer cloud)
    {
        var follower = new ClockFollower(cloud.Address, _clock, _log);
        await follower.BeginAsync(TestContext.Current.CancellationToken);
        await follower.StartAsync(TestContext.Current.CancellationToken);
        return follower;
    }

    private sealed class Warnings : ILogger<ClockFollower>
    {
        private readonly TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> All { get; } = [];

        public Task Said => _said.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            All.Add(formatter(state, exception));
            _said.TrySetResult();
        }
    }
}
