using CsCheck;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Purchasing;

public sealed class ContractTermTests
{
    private static readonly int[] Months = [1, 3, 6, 12, 24];
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 365 * 30].Select(days => new DateOnly(2020, 1, 1).AddDays(days));
    private static readonly Gen<ContractTerm> Term = Gen.Select(Day, Gen.Int[0, 4]).Select((start, length) => new ContractTerm(start, Months[length]));

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-31", 2, "2026-03-31")]
    [InlineData("2026-01-30", 1, "2026-02-28")]
    [InlineData("2026-01-30", 2, "2026-03-30")]
    [InlineData("2026-01-29", 1, "2026-02-28")]
    [InlineData("2028-01-29", 1, "2028-02-29")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-29")]
    [InlineData("2026-10-31", 1, "2026-11-30")]
    [InlineData("2026-12-31", 1, "2027-01-31")]
    public void A_short_month_uses_its_last_day_and_the_next_returns_to_the_anchor(string start, int months, string end) =>
        Assert.Equal(DateOnly.Parse(end), new ContractTerm(DateOnly.Parse(start), 1).EndOfTerm(months));

    [Fact]
    public void Terms_end_on_the_anchor_day_or_on_the_last_day_of_a_shorter_month() =>
        Gen.Select(Term, Gen.Int[1, 120]).Sample((term, number) =>
        {
            var end = term.EndOfTerm(number);
            Assert.Equal(Math.Min(term.AnchorDay, DateTime.DaysInMonth(end.Year, end.Month)), end.Day);
        });

    [Fact]
    public void Terms_follow_each_other_without_a_gap_and_without_drifting() => Gen.Select(Term, Gen.Int[1, 120]).Sample((term, number) =>
    {
        var (end, next) = (term.EndOfTerm(number), term.EndOfTerm(number + 1));
        Assert.Equal(term.Months, ((next.Year - end.Year) * 12) + next.Month - end.Month);
    });

    [Fact]
    public void What_is_paid_ends_after_the_day_and_one_term_earlier_it_ended_by_then() =>
        Gen.Select(Term, Gen.Int[0, 5000]).Sample((term, later) =>
        {
            var day = term.Start.AddDays(later);
            var paidUntil = term.PaidUntil(day);
            var number = Enumerable.Range(1, 300).Single(candidate => term.EndOfTerm(candidate) == paidUntil);

            Assert.True(paidUntil > day, $"{paidUntil} is not after {day}");
            Assert.True(number == 1 || term.EndOfTerm(number - 1) <= day, $"{paidUntil} is a term too late for {day}");
        });

    [Fact]
    public void Before_it_starts_the_first_term_is_paid() => Gen.Select(Term, Gen.Int[1, 400]).Sample((term, before) =>
        Assert.Equal(term.EndOfTerm(1), term.PaidUntil(term.Start.AddDays(-before))));

    [Fact]
    public void On_the_day_a_term_ends_the_next_one_is_paid() => Gen.Select(Term, Gen.Int[1, 60]).Sample((term, number) =>
        Assert.Equal(term.EndOfTerm(number + 1), term.PaidUntil(term.EndOfTerm(number))));

    [Theory]
    [InlineData("2026-11-30T22:59:59Z", "2026-11-30")]
    [InlineData("2026-11-30T23:00:00Z", "2026-12-01")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    public void A_contract_starts_on_the_day_it_is_in_Berlin(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), ContractTerm.DayOf(DateTimeOffset.Parse(instant)));
}
