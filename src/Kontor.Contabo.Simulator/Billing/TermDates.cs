namespace Kontor.Contabo.Simulator.Billing;

/// <summary>Dates of a contract: whole days in Berlin, where the provider keeps its books.</summary>
internal static class TermDates
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);

    /// <summary>Midnight in Berlin; never skipped or repeated, because clocks there change at two or three in the morning.</summary>
    public static DateTimeOffset StartOf(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Berlin.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Months after the start, always counted from the start: 31 January, 28 February, 31 March.</summary>
    public static DateOnly Boundary(DateOnly start, int months) => start.AddMonths(months);

    /// <summary>The first end of a term that lies after the given day.</summary>
    public static DateOnly EndOfTermAfter(DateOnly start, int months, DateOnly day)
    {
        var terms = Math.Max(1, MonthsBetween(start, day) / months);
        while (Boundary(start, terms * months) <= day)
        {
            terms++;
        }

        return Boundary(start, terms * months);
    }

    private static int MonthsBetween(DateOnly start, DateOnly day) => ((day.Year - start.Year) * 12) + day.Month - start.Month - 1;
}
