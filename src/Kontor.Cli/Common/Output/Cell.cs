using System.Globalization;
using System.Text.Json;
using Kontor.Api.Common;

namespace Kontor.Cli.Common.Output;

/// <summary>Values as cells show them.</summary>
internal static class Cell
{
    public const string None = "-";

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Money(MoneyAmount money) => Money(money.Amount.ToString("0.00##", CultureInfo.InvariantCulture), money.Currency);

    public static string Money(string amount, string currency) => $"{amount} {currency}";

    /// <summary>A value by its name on the wire.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, RecordJson.TypeOf<T>()).GetString()!;

    /// <summary>MiB as GiB, when they are whole ones.</summary>
    public static string Size(long mib) => mib % 1024 == 0 ? $"{Number(mib / 1024)} GiB" : $"{Number(mib)} MiB";

    public static string? YesNo(bool value) => value ? "yes" : null;
}
