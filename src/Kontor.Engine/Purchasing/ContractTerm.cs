namespace Kontor.Engine.Purchasing;

/// <summary>When the terms of a contract begin and end. Days are days in Berlin, where Contabo keeps its books.</summary>
/// <param name="Start">The first day of the first term.</param>
/// <param name="Months">How long one term is.</param>
public sealed record ContractTerm(DateOnly Start, int Months)
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Gets the day of the month on which terms begin; a shorter month uses its last day and the next returns to it.</summary>
    public int AnchorDay => Start.Day;

    /// <summary>The day in Berlin at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);

    /// <summary>The day on which term number <paramref name="number"/> (from 1) ends and the next would begin.</summary>
    public DateOnly EndOfTerm(int number) => Start.AddMonths(Months * number);

    /// <summary>The first end of a term after a day: until then it is paid, and then it renews unless cancelled.</summary>
    public DateOnly PaidUntil(DateOnly day)
    {
        var months = ((day.Year - Start.Year) * 12) + day.Month - Start.Month;
        var number = Math.Max(1, months / Months);
        while (EndOfTerm(number) <= day)
        {
            number++;
        }

        return EndOfTerm(number);
    }
}
