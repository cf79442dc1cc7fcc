namespace Kontor.Api.Common;

/// <summary>The query of an address; parameters without a value are left out.</summary>
internal sealed record Query(string Text)
{
    public static Query Empty { get; } = new("");

    public Query With(string name, string? value) => value is null
        ? this
        : new Query($"{Text}{(Text.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}");

    public override string ToString() => Text;
}
