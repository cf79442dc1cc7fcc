namespace Kontor.Engine.Common;

/// <summary>The provider's calendar: its price lists and contracts change at midnight in Berlin.</summary>
public static class BerlinDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day it is in Berlin at an instant.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Berlin).DateTime);
}
