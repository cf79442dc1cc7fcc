namespace Kontor.Engine.Common;

/// <summary>A currency by its ISO 4217 code. Contabo's shops sell in EUR, USD and GBP; all have two decimals.</summary>
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    public static Currency Eur { get; } = new("EUR");

    /// <summary>Gets the ISO 4217 code.</summary>
    public string Code => _code ?? "EUR";

    /// <exception cref="FormatException">The text is not three capital letters.</exception>
    public static Currency Parse(string code) => TryParse(code, out var currency)
        ? currency
        : throw new FormatException($"'{code}' is not a currency: use its ISO 4217 code, for example EUR.");

    public static bool TryParse(string? code, out Currency currency)
    {
        var valid = code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
        currency = valid ? new Currency(code!) : default;
        return valid;
    }

    public override string ToString() => Code;
}
