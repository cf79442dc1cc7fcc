using System.Globalization;

namespace Kontor.Server.Host.Settings;

/// <summary>Reads single values.</summary>
internal static class SettingText
{
    public static bool IsScalar(Type type) => Expectations.ContainsKey(type);

    /// <summary>What a value of a type looks like, for a sentence.</summary>
    public static string Expected(Type type) => Expectations[type];

    public static bool TryRead(string text, Type type, out object? value)
    {
        value = Read(text, type);
        return value is not null;
    }

    private static Dictionary<Type, string> Expectations { get; } = new()
    {
        [typeof(string)] = "a text",
        [typeof(bool)] = "true or false",
        [typeof(int)] = "a whole number",
        [typeof(TimeSpan)] = "a span of time as hours:minutes:seconds, for example 00:00:30, or 2.00:00:00 for two days",
        [typeof(Uri)] = "an absolute address, for example http://127.0.0.1:5580",
    };

    private static object? Read(string text, Type type)
    {
        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var flag) ? flag : null;
        }

        if (type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        if (type == typeof(TimeSpan))
        {
            // Without the colon .NET reads 30 as thirty days.
            return text.Contains(':') && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null;
        }

        return type == typeof(Uri) ? (Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null) : text;
    }
}
