namespace Kontor.Api.Compute;

/// <summary>What is known of a machine's contract. Days are days in Berlin, where Contabo keeps its books.</summary>
public sealed record ContractResponse
{
    /// <summary>Gets how the term is known.</summary>
    public required TermSource Source { get; init; }

    /// <summary>Gets the first day of the first term; null when not known.</summary>
    public required DateOnly? StartsOn { get; init; }

    /// <summary>Gets how long a term is; null when not known.</summary>
    public required int? TermMonths { get; init; }

    /// <summary>Gets whether it goes on for another term unless cancelled.</summary>
    public required bool Renews { get; init; }

    /// <summary>Gets the day until which it is paid: its end when it is cancelled, else the end of the present term; null when not known.</summary>
    public required DateOnly? PaidUntil { get; init; }

    /// <summary>Gets the end, as read back from Contabo; null when it is not cancelled.</summary>
    public required DateOnly? CancelDate { get; init; }
}
