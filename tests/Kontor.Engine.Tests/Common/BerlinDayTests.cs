using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

public sealed class BerlinDayTests
{
    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-07-31T21:59:59Z", "2026-07-31")]
    [InlineData("2026-07-31T22:00:00Z", "2026-08-01")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void The_day_changes_at_midnight_in_Berlin_summer_and_winter(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), BerlinDay.Of(DateTimeOffset.Parse(instant)));
}
