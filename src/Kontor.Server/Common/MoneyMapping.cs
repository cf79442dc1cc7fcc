using Kontor.Api.Common;
using Kontor.Engine.Common;

namespace Kontor.Server.Common;

/// <summary>Money between the wire and the engine.</summary>
internal static class MoneyMapping
{
    private const int Decimals = 4;
    private const decimal Most = 1_000_000_000m;

    public static MoneyAmount ToResponse(this Money money) => new() { Amount = money.Major, Currency = money.Currency.Code };

    /// <summary>Reads an amount.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="field">Where it stood.</param>
    public static Result<Money> ToEngine(this MoneyAmount sent, string field)
    {
        if (!Currency.TryParse(sent.Currency, out var currency))
        {
            return HttpProblems.FieldWrong($"{field}.currency", "a currency by its ISO 4217 code, such as \"EUR\"");
        }

        return decimal.Round(sent.Amount, Decimals) == sent.Amount && sent.Amount >= 0 && sent.Amount <= Most
            ? Money.FromMajor(sent.Amount, currency)
            : HttpProblems.FieldWrong($"{field}.amount", $"from 0 to {Most:0} with at most {Decimals} decimals");
    }
}
