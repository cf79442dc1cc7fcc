using Kontor.Api.Common;

namespace Kontor.Api.Purchasing;

/// <summary>One line of the purchase ledger: money that was committed. Lines are only ever added.</summary>
public sealed record PurchaseResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the key that makes it unique: source, kind, external id, generation and action.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the operation that bought.</summary>
    public required string OperationId { get; init; }

    /// <summary>Gets which attempt of it bought.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets the subject it was bought for.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the subject's generation.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets the instance that was bought.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Gets the account it was bought on.</summary>
    public required string Account { get; init; }

    /// <summary>Gets Contabo's number of the instance.</summary>
    public required long ProviderId { get; init; }

    /// <summary>Gets the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the region.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the add-on that was bought; null when it was the instance itself.</summary>
    public required string? AddOn { get; init; }

    /// <summary>Gets the term in months; of an add-on, the months that were left of the instance's.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Gets what one month costs.</summary>
    public required MoneyAmount Monthly { get; init; }

    /// <summary>Gets what setting up cost.</summary>
    public required MoneyAmount Setup { get; init; }

    /// <summary>Gets what was committed with it.</summary>
    public required MoneyAmount Committed { get; init; }

    /// <summary>Gets how it is known: <c>answer</c> of the order, or <c>lookup</c> after the answer was lost.</summary>
    public required string Proof { get; init; }

    /// <summary>Gets when it was learned.</summary>
    public required DateTimeOffset BoughtAt { get; init; }
}
