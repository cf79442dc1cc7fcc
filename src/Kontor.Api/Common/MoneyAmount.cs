namespace Kontor.Api.Common;

/// <summary>An amount of money, exact.</summary>
public sealed record MoneyAmount
{
    /// <summary>Gets the amount in major units; on the wire a text such as <c>"4.50"</c>, at most four decimals.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the currency by its ISO 4217 code.</summary>
    public required string Currency { get; init; }
}
