using Kontor.Api.Common;

namespace Kontor.Api.Compute;

/// <summary>What an add-on costs for one machine, and for how long it binds.</summary>
public sealed record AddOnPriceResponse
{
    /// <summary>Gets the price list it is from.</summary>
    public required string PriceListId { get; init; }

    /// <summary>Gets what one month costs.</summary>
    public required MoneyAmount Monthly { get; init; }

    /// <summary>Gets how many months it binds for: to the end of the machine's present term, each begun month whole.</summary>
    public required int Months { get; init; }

    /// <summary>Gets what it commits to: months × monthly.</summary>
    public required MoneyAmount Committed { get; init; }

    /// <summary>Gets the end of the machine's present term, after which it renews with the machine.</summary>
    public required DateOnly PaidUntil { get; init; }

    /// <summary>Gets whether the price was concluded from a like plan and not read anywhere.</summary>
    public required bool Assumed { get; init; }
}
