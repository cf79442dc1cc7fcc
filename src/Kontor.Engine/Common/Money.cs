using System.Globalization;

namespace Kontor.Engine.Common;

/// <summary>An amount in one currency, exact to a hundredth of a minor unit (3.825 EUR is 382.5 cents).</summary>
/// <remarks>Prices per month carry fractions of a cent, so only a total may be rounded, and only when it is charged.</remarks>
public readonly record struct Money(decimal MinorUnits, Currency Currency) : IComparable<Money>
{
    /// <summary>How many of the stored units make one minor unit.</summary>
    private const decimal StoredPerMinor = 100m;

    /// <summary>Every currency Contabo sells in has hundredths.</summary>
    private const decimal MinorPerMajor = 100m;

    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>Makes an amount from major units (4.50 for EUR 4.50).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is finer than a hundredth of a minor unit.</exception>
    public static Money FromMajor(decimal major, Currency currency)
    {
        var minor = major * MinorPerMajor;
        return decimal.Truncate(minor * StoredPerMinor) == minor * StoredPerMinor
            ? new Money(minor, currency)
            : throw new ArgumentOutOfRangeException(nameof(major), major, "finer than a hundredth of a minor unit");
    }

    /// <summary>Reads an amount back from the whole number it is stored as: hundredths of a minor unit.</summary>
    public static Money FromStored(long stored, Currency currency) => new(stored / StoredPerMinor, currency);

    /// <summary>The whole number this amount is stored as: hundredths of a minor unit.</summary>
    /// <exception cref="InvalidOperationException">The amount is finer than that: storing it would lose money unseen.</exception>
    public long ToStored()
    {
        var stored = MinorUnits * StoredPerMinor;
        return decimal.Truncate(stored) == stored
            ? decimal.ToInt64(stored)
            : throw new InvalidOperationException($"{MinorUnits} minor units are finer than a hundredth of one.");
    }

    /// <summary>Gets the amount in major units.</summary>
    public decimal Major => MinorUnits / MinorPerMajor;

    public static Money operator +(Money left, Money right) => Add(left, right);

    public static Money operator *(Money amount, int times) => Multiply(amount, times);

    public static Money Add(Money left, Money right) => new(left.MinorUnits + right.Same(left).MinorUnits, left.Currency);

    public static Money Multiply(Money amount, int times) => amount with { MinorUnits = amount.MinorUnits * times };

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other) => MinorUnits.CompareTo(other.Same(this).MinorUnits);

    /// <summary>The amount with at least the currency's decimals and its code: <c>4.50 EUR</c>, <c>3.825 EUR</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major.ToString("0.00##", CultureInfo.InvariantCulture)} {Currency}");

    private Money Same(Money other) => Currency == other.Currency
        ? this
        : throw new InvalidOperationException($"{Currency} and {other.Currency} do not add up without an exchange rate.");
}
