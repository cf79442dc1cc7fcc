using Kontor.Contabo.Simulator.Clock;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Contabo.Simulator.Tests.Clock;

public sealed class SimulatedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(ClockMode.Real, 1, 10)]
    [InlineData(ClockMode.Scaled, 60, 600)]
    [InlineData(ClockMode.Scaled, 0.5, 5)]
    [InlineData(ClockMode.Stepped, 1, 0)]
    public void Ten_real_seconds_are_as_long_as_the_mode_says(ClockMode mode, double speed, double seconds)
    {
        var clock = new SimulatedClock(_real, Start, mode, speed);

        _real.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Start.AddSeconds(seconds), clock.GetUtcNow());
    }

    [Fact]
    public void Changing_the_speed_keeps_the_time_that_passed()
    {
        var clock = new SimulatedClock(_real, Start, ClockMode.Scaled, 60);
        _real.Advance(TimeSpan.FromSeconds(1));
        clock.Run(ClockMode.Scaled, 2);
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Start.AddSeconds(62), clock.GetUtcNow());
    }

    [Fact]
    public void It_jumps_ahead_and_never_back()
    {
        var clock = new SimulatedClock(_real, Start, ClockMode.Stepped);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.False(clock.TryAdvanceTo(Start));
        Assert.True(clock.TryAdvanceTo(Start.AddDays(2)));
        Assert.Equal(Start.AddDays(2), clock.GetUtcNow());
    }

    [Fact]
    public void The_setting_is_enough_to_compute_the_time_elsewhere()
    {
        var clock = new SimulatedClock(_real, Start, ClockMode.Scaled, 60);
        clock.Advance(TimeSpan.FromDays(3));
        var setting = clock.Setting;
        _real.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(clock.GetUtcNow(), setting.Now + ((_real.GetUtcNow() - setting.RealAnchor) * setting.Speed));
    }

    [Fact]
    public async Task A_waiter_is_told_of_the_next_change()
    {
        var clock = new SimulatedClock(_real, Start);
        var wait = clock.WaitForChangeAsync(1, TestContext.Current.CancellationToken);
        Assert.False(wait.IsCompleted);

        clock.Run(ClockMode.Stepped);

        Assert.Equal((2L, ClockMode.Stepped), ((await wait).Version, (await wait).Mode));
        Assert.True(clock.WaitForChangeAsync(1, TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_speed_that_is_none_is_refused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedClock(_real, Start, ClockMode.Scaled, speed));
}
