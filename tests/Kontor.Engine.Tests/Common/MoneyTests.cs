using CsCheck;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

public sealed class MoneyTests
{
    private static readonly Gen<long> Stored = Gen.Long[-1_000_000_000_000, 1_000_000_000_000];

    private static readonly Currency Usd = Currency.Parse("USD");

    [Fact]
    public void What_is_stored_comes_back_exactly() =>
        Stored.Sample(stored => Assert.Equal(stored, Money.FromStored(stored, Currency.Eur).ToStored()));

    [Fact]
    public void Adding_is_exact() => Gen.Select(Stored, Stored).Sample((left, right) =>
        Assert.Equal(left + right, (Eur(left) + Eur(right)).ToStored()));

    [Fact]
    public void So_many_months_cost_as_much_as_adding_them_one_by_one() => Gen.Select(Stored, Gen.Int[0, 60]).Sample((monthly, months) =>
        Assert.Equal(Enumerable.Repeat(Eur(monthly), months).Aggregate(Eur(0), Money.Add), Eur(monthly) * months));

    [Fact]
    public void Amounts_compare_as_their_numbers_do() => Gen.Select(Stored, Stored).Sample((left, right) =>
        Assert.Equal(
            (right > left, left > right, left <= right, left == right),
            (Eur(right) > Eur(left), Eur(left) > Eur(right), Eur(left) <= Eur(right), Eur(left) == Eur(right))));

    [Fact]
    public void Major_units_and_stored_ones_are_the_same_amount() => Stored.Sample(stored =>
        Assert.Equal(stored, Money.FromMajor(Eur(stored).Major, Currency.Eur).ToStored()));

    [Fact]
    public void Currencies_are_never_mixed() => Gen.Select(Stored, Stored).Sample((left, right) =>
    {
        Assert.Throws<InvalidOperationException>(() => Eur(left) + Money.FromStored(right, Usd));
        Assert.Throws<InvalidOperationException>(() => Eur(left) < Money.FromStored(right, Usd));
        Assert.NotEqual(Eur(left), Money.FromStored(left, Usd));
    });

    [Fact]
    public void What_is_finer_than_a_hundredth_of_a_cent_is_not_cut_off_in_silence()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromMajor(3.82501m, Currency.Eur));
        Assert.Throws<InvalidOperationException>(() => new Money(0.001m, Currency.Eur).ToStored());
    }

    [Theory]
    [InlineData("4.5", "4.50 EUR")]
    [InlineData("3.825", "3.825 EUR")]
    [InlineData("7.4375", "7.4375 EUR")]
    [InlineData("-0.01", "-0.01 EUR")]
    [InlineData("1234567.8", "1234567.80 EUR")]
    public void It_is_written_with_the_currencys_decimals_at_least(string major, string text) =>
        Assert.Equal(text, Money.FromMajor(decimal.Parse(major), Currency.Eur).ToString());

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("E1R")]
    [InlineData("")]
    [InlineData(null)]
    public void A_currency_is_three_capital_letters(string? code) => Assert.False(Currency.TryParse(code, out _));

    private static Money Eur(long stored) => Money.FromStored(stored, Currency.Eur);
}
