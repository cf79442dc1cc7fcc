namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>A value, as JSON text, that a field should not take.</summary>
/// <param name="Kind">What is wrong with it, in a few words.</param>
/// <param name="Json">The value.</param>
internal sealed record WrongValue(string Kind, string Json);

/// <summary>What can be wrong with a value, by the type that its field has.</summary>
internal static class WrongValues
{
    /// <summary>More characters than any field takes, user-data of 32 KiB too.</summary>
    private const int FarTooMany = 40_000;

    private static readonly WrongValue[] Texts =
    [
        new("empty", "\"\""),
        new("blank", "\"   \""),
        new("too long", $"\"{new string('x', FarTooMany)}\""),
        new("too long emoji", $"\"{string.Concat(Enumerable.Repeat("😀", FarTooMany / 4))}\""),
        new("emoji", "\"a😀\""),
        new("NUL", """
            "a\u0000b"
            """),
        new("control character", """
            "a\u0001b"
            """),
        new("escape", """
            "a\u001b[31mb"
            """),
        new("delete", """
            "a\u007fb"
            """),
        new("control character of the second set", """
            "a\u0085b"
            """),
        new("tabulator", """
            "a\tb"
            """),
        new("new line", """
            "a\nb"
            """),
        new("carriage return", """
            "a\r\nb"
            """),
        new("line separator", """
            "a\u2028b"
            """),
        new("right to left override", """
            "a\u202eb"
            """),
        new("isolate", """
            "a\u2066b"
            """),
        new("byte order mark", """
            "\ufeffa"
            """),
        new("high surrogate alone", """
            "a\ud800"
            """),
        new("low surrogate alone", """
            "\udc00a"
            """),
        new("no character", """
            "a\uffff"
            """),
    ];

    private static readonly WrongValue[] Dates =
    [
        new("day that is none", "\"2026-02-30\""),
        new("month that is none", "\"2026-13-01\""),
        new("day as people write it", "\"1.11.2026\""),
        new("short day", "\"2026-11-1\""),
        new("instant", "\"2026-11-01T00:00:00Z\""),
        new("first day", "\"0001-01-01\""),
        new("last day", "\"9999-12-31\""),
        new("year of five digits", "\"12026-11-01\""),
        new("year before the first", "\"-2026-11-01\""),
    ];

    private static readonly WrongValue[] Decimals =
    [
        new("negative", "\"-1\""),
        new("exponent", "\"1e300\""),
        new("comma", "\"4,5\""),
        new("too many decimals", "\"4.00001\""),
        new("beyond decimal", "\"79228162514264337593543950336\""),
        new("largest decimal", "\"79228162514264337593543950335\""),
        new("no number", "\"NaN\""),
        new("infinity", "\"Infinity\""),
        new("sign", "\"+1\""),
        new("blank before", "\" 1\""),
        new("digits of another script", "\"٤\""),
    ];

    private static readonly WrongValue[] Numbers =
    [
        new("negative", "-1"),
        new("nought", "0"),
        new("fraction", "1.5"),
        new("exponent", "1e300"),
        new("smallest", "-9223372036854775808"),
        new("beyond int32", "2147483648"),
        new("beyond int64", "9223372036854775808"),
        new("beyond everything", $"1{new string('0', 400)}"),
    ];

    /// <summary>All that is wrong for a field, whatever it means.</summary>
    public static IEnumerable<WrongValue> For(BodyField field) => TypesFor(field).Concat(field.Type switch
    {
        "string" => field.Format switch { "date" => Dates, "decimal" => Decimals, _ => [] },
        "integer" => Numbers,
        "array" => [new("far too many", $"[{string.Join(',', Enumerable.Range(0, 2_000).Select(number => $"\"x{number}\""))}]"), new("twice the same", "[\"x\",\"x\"]")],
        _ => [],
    }).Concat(field.Type is "string" or "enum" ? Texts : []);

    /// <summary>Each type of JSON that is not the field's.</summary>
    private static IEnumerable<WrongValue> TypesFor(BodyField field) => new (string Type, WrongValue Value)[]
    {
        ("string", new("text", "\"text\"")),
        ("string", new("number as text", "\"1\"")),
        ("integer", new("number", "1")),
        ("boolean", new("boolean", "true")),
        ("object", new("object", "{}")),
        ("array", new("list", "[]")),
        ("null", new("null", "null")),
    }.Where(one => one.Type != (field.Type == "enum" ? "no type" : field.Type) && !(one.Type == "null" && field.IsNullable)).Select(one => one.Value);
}
