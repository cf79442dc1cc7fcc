namespace Kontor.Contabo.Simulator.Billing;

/// <summary>One purchase: an order that became a contract, or an add-on to one. The oracle of every money test.</summary>
public sealed record PurchaseEntry(
    long Sequence,
    DateTimeOffset At,
    string Account,
    long InstanceId,
    string ProductId,
    string Region,
    int Period,
    Guid ImageId,
    string DisplayName,
    string RequestId,
    decimal Amount,
    string Currency)
{
    /// <summary>The add-on bought for an instance that was there; null: the instance itself. One call may buy two.</summary>
    public long? AddOnId { get; init; }

    /// <summary>True for a duplicate that a test planted to see the oracle fail.</summary>
    public bool Planted { get; init; }
}

/// <summary>Why money fell due.</summary>
public enum ChargeKind
{
    /// <summary>By the order.</summary>
    Order,

    /// <summary>By a renewal, or by the next month of a term that is charged monthly.</summary>
    Continuation,

    /// <summary>By an add-on bought within a term, up to the next charge.</summary>
    AddOn,
}

/// <summary>Money that fell due.</summary>
public sealed record Charge(
    long Sequence,
    DateTimeOffset At,
    string Account,
    long InstanceId,
    string ProductId,
    ChargeKind Kind,
    DateOnly From,
    DateOnly To,
    int Months,
    decimal Monthly,
    decimal Amount,
    string Currency);

/// <summary>An account's charges of one calendar month in Berlin.</summary>
public sealed record Invoice(string Account, string Month, string Currency, IReadOnlyList<Charge> Lines, decimal Total);
