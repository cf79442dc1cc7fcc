using CsCheck;
using Kontor.Contabo.Simulator.Billing;

namespace Kontor.Contabo.Simulator.Tests.Billing;

public sealed class TermDatesTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 365 * 20].Select(days => new DateOnly(2020, 1, 1).AddDays(days));

    [Fact]
    public void The_31st_becomes_the_28th_and_then_the_31st_again()
    {
        var start = new DateOnly(2027, 1, 31);

        Assert.Equal(
            [new DateOnly(2027, 2, 28), new DateOnly(2027, 3, 31), new DateOnly(2027, 4, 30)],
            Enumerable.Range(1, 3).Select(month => TermDates.Boundary(start, month)));
    }

    [Fact]
    public void A_leap_day_comes_back_in_the_next_leap_year()
    {
        var start = new DateOnly(2028, 2, 29);

        Assert.Equal(new DateOnly(2029, 2, 28), TermDates.Boundary(start, 12));
        Assert.Equal(new DateOnly(2032, 2, 29), TermDates.Boundary(start, 48));
    }

    [Fact]
    public void A_day_begins_in_Berlin_in_summer_and_in_winter()
    {
        Assert.Equal(new DateTimeOffset(2026, 7, 14, 22, 0, 0, TimeSpan.Zero), TermDates.StartOf(new DateOnly(2026, 7, 15)));
        Assert.Equal(new DateTimeOffset(2026, 12, 14, 23, 0, 0, TimeSpan.Zero), TermDates.StartOf(new DateOnly(2026, 12, 15)));
        Assert.Equal(new DateOnly(2026, 7, 15), TermDates.DateOf(new DateTimeOffset(2026, 7, 14, 22, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void The_days_on_which_clocks_change_have_23_and_25_hours()
    {
        Assert.Equal(TimeSpan.FromHours(23), TermDates.StartOf(new DateOnly(2026, 3, 30)) - TermDates.StartOf(new DateOnly(2026, 3, 29)));
        Assert.Equal(TimeSpan.FromHours(25), TermDates.StartOf(new DateOnly(2026, 10, 26)) - TermDates.StartOf(new DateOnly(2026, 10, 25)));
    }

    [Fact]
    public void The_end_of_a_term_is_the_first_boundary_after_the_day() =>
        Gen.Select(Days, Gen.OneOf(Gen.Const(1), Gen.Const(3), Gen.Const(6), Gen.Const(12), Gen.Const(24)), Gen.Int[0, 4000]).Sample((start, months, passed) =>
        {
            var day = start.AddDays(passed);
            var end = TermDates.EndOfTermAfter(start, months, day);
            var boundaries = Enumerable.Range(1, 200).Select(term => TermDates.Boundary(start, term * months));

            Assert.Equal(boundaries.First(boundary => boundary > day), end);
        });

    [Fact]
    public void A_boundary_keeps_the_anchor_day_wherever_the_month_has_it() =>
        Gen.Select(Days, Gen.Int[1, 120]).Sample((start, months) =>
        {
            var boundary = TermDates.Boundary(start, months);

            Assert.Equal(Math.Min(start.Day, DateTime.DaysInMonth(boundary.Year, boundary.Month)), boundary.Day);
        });

    [Fact]
    public void A_day_and_its_start_belong_together() =>
        Days.Sample(day =>
        {
            Assert.Equal(day, TermDates.DateOf(TermDates.StartOf(day)));
            Assert.Equal(day.AddDays(-1), TermDates.DateOf(TermDates.StartOf(day).AddTicks(-1)));
        });
}
