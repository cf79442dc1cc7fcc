using CsCheck;
using Kontor.Server.Simulated;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Server.Tests.Simulated;

public sealed class FollowedTimeProviderTests
{
    private static readonly DateTimeOffset RealStart = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SimulatedStart = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _real = new(RealStart);
    private readonly FollowedTimeProvider _clock;
    private long _version;

    public FollowedTimeProviderTests() => _clock = new FollowedTimeProvider(_real);

    [Fact]
    public void Until_the_cloud_has_told_its_time_it_is_real_time() => Assert.Equal(RealStart, _clock.GetUtcNow());

    [Fact]
    public void Between_two_readings_time_passes_at_the_speed_of_the_last()
    {
        Follow(SimulatedStart, speed: 60);

        _real.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(SimulatedStart + (2 * Minute), _clock.GetUtcNow());
    }

    [Fact]
    public void A_stepped_clock_stands_still_until_it_is_stepped()
    {
        Follow(SimulatedStart, speed: 0);
        _real.Advance(TimeSpan.FromDays(1));
        Assert.Equal(SimulatedStart, _clock.GetUtcNow());

        Follow(SimulatedStart + Minute, speed: 0);

        Assert.Equal(SimulatedStart + Minute, _clock.GetUtcNow());
    }

    [Fact]
    public void A_reading_that_was_made_a_while_ago_is_carried_on_from_then()
    {
        _real.Advance(TimeSpan.FromSeconds(1));

        _clock.Follow(new ClockReading(1, 60, SimulatedStart, RealStart));

        Assert.Equal(SimulatedStart + Minute, _clock.GetUtcNow());
    }

    [Fact]
    public void A_slower_pace_that_is_heard_of_late_does_not_take_time_back()
    {
        Follow(SimulatedStart, speed: 60);
        _real.Advance(TimeSpan.FromSeconds(1));
        var read = _clock.GetUtcNow();

        _clock.Follow(new ClockReading(2, 0, SimulatedStart, RealStart));

        Assert.Equal(read, _clock.GetUtcNow());
    }

    [Fact]
    public void The_first_reading_may_lie_before_the_real_time_that_stood_in_for_it()
    {
        _ = _clock.GetUtcNow();

        Follow(RealStart.AddYears(-1), speed: 0);

        Assert.Equal(RealStart.AddYears(-1), _clock.GetUtcNow());
    }

    [Fact]
    public void Elapsed_time_is_simulated_time()
    {
        Follow(SimulatedStart, speed: 60);
        var began = _clock.GetTimestamp();

        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Minute, _clock.GetElapsedTime(began));
    }

    [Fact]
    public void A_timer_rings_when_simulated_time_is_due_and_not_before()
    {
        Follow(SimulatedStart, speed: 60);
        var rings = Ring(after: Minute);

        _real.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(rings);
        _real.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(SimulatedStart + Minute, Assert.Single(rings));
    }

    [Fact]
    public void While_time_stands_still_no_timer_rings()
    {
        Follow(SimulatedStart, speed: 0);
        var rings = Ring(after: Minute);

        _real.Advance(TimeSpan.FromDays(365));

        Assert.Empty(rings);
    }

    [Fact]
    public void A_step_past_a_timer_rings_it_at_once()
    {
        Follow(SimulatedStart, speed: 0);
        var rings = Ring(after: Minute);

        Follow(SimulatedStart.AddDays(30), speed: 0);
        _real.Advance(TimeSpan.Zero);

        Assert.Single(rings);
    }

    [Fact]
    public void A_timer_that_runs_keeps_to_the_new_pace()
    {
        Follow(SimulatedStart, speed: 1);
        var rings = Ring(after: Minute);

        Follow(SimulatedStart, speed: 60);
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(rings);
    }

    [Fact]
    public void A_timer_a_year_ahead_rings_after_a_year()
    {
        Follow(SimulatedStart, speed: 1);
        var rings = Ring(after: TimeSpan.FromDays(365));

        for (var day = 0; day < 365; day++)
        {
            Assert.Empty(rings);
            _real.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(rings);
    }

    [Fact]
    public void A_timer_with_a_period_rings_again_and_again()
    {
        Follow(SimulatedStart, speed: 60);
        var rings = Ring(after: Minute, every: Minute);

        _real.Advance(TimeSpan.FromSeconds(1));
        _real.Advance(TimeSpan.FromSeconds(1));
        _real.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([SimulatedStart + Minute, SimulatedStart + (2 * Minute), SimulatedStart + (3 * Minute)], rings);
    }

    [Fact]
    public void A_disposed_timer_does_not_ring()
    {
        Follow(SimulatedStart, speed: 0);
        var rang = false;
        var timer = _clock.CreateTimer(_ => rang = true, null, Minute, Timeout.InfiniteTimeSpan);
        timer.Dispose();

        Follow(SimulatedStart.AddDays(1), speed: 0);
        _real.Advance(TimeSpan.FromDays(1));

        Assert.False(rang);
    }

    [Fact]
    public void A_delay_is_as_long_as_the_clock_says()
    {
        Follow(SimulatedStart, speed: 0);
        var delay = Task.Delay(Minute, _clock, TestContext.Current.CancellationToken);
        Assert.False(delay.IsCompleted);

        Follow(SimulatedStart + Minute, speed: 0);
        _real.Advance(TimeSpan.Zero);

        Assert.True(delay.IsCompletedSuccessfully);
    }

    [Fact]
    public void Whatever_is_heard_of_the_cloud_time_never_goes_back() =>
        Gen.Select(Gen.Int[0, 3600], Gen.Double[0, 1000], Gen.Int[0, 5000]).Array[1, 20].Sample(readings =>
        {
            var real = new FakeTimeProvider(RealStart);
            var clock = new FollowedTimeProvider(real);
            clock.Follow(new ClockReading(1, 1, SimulatedStart, RealStart));
            var (version, before) = (1L, clock.GetUtcNow());
            foreach (var (ahead, speed, passing) in readings)
            {
                // Readings are those of a cloud that only goes forward, and are heard of up to a few seconds late.
                clock.Follow(new ClockReading(++version, speed, SimulatedStart.AddSeconds(ahead), real.GetUtcNow().AddSeconds(-3)));
                real.Advance(TimeSpan.FromMilliseconds(passing));
                var now = clock.GetUtcNow();
                Assert.True(now >= before);
                before = now;
            }
        });

    private void Follow(DateTimeOffset now, double speed) => _clock.Follow(new ClockReading(++_version, speed, now, _real.GetUtcNow()));

    private List<DateTimeOffset> Ring(TimeSpan after, TimeSpan? every = null)
    {
        var rings = new List<DateTimeOffset>();
        _clock.CreateTimer(_ => rings.Add(_clock.GetUtcNow()), null, after, every ?? Timeout.InfiniteTimeSpan);
        return rings;
    }
}
