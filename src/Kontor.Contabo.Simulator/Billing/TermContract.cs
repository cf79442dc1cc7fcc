namespace Kontor.Contabo.Simulator.Billing;

/// <summary>What was agreed by an order, and how far it is charged.</summary>
/// <param name="Start">First day, in Berlin; its day of the month is the anchor.</param>
/// <param name="Months">Length of a term; it renews until cancelled.</param>
/// <param name="Monthly">Price a month: plan, region and add-ons.</param>
/// <param name="ChargedMonths">Months charged so far, counted from the start.</param>
/// <param name="CancelDate">The first day that is no longer paid for, once cancelled.</param>
public sealed record TermContract(DateOnly Start, int Months, decimal Monthly, int ChargedMonths, DateOnly? CancelDate)
{
    /// <summary>The day on which what is charged runs out.</summary>
    public DateOnly ChargedUntil => TermDates.Boundary(Start, ChargedMonths);

    /// <summary>Months of the running term that are not charged yet.</summary>
    internal int OpenMonths => (Months - (ChargedMonths % Months)) % Months;

    internal DateOnly EndOfTerm(DateTimeOffset now) => TermDates.EndOfTermAfter(Start, Months, TermDates.DateOf(now));

    /// <summary>When the contract does something next: charge or end.</summary>
    internal DateTimeOffset NextEventAt => TermDates.StartOf(CancelDate is { } end && end <= ChargedUntil ? end : ChargedUntil);
}
