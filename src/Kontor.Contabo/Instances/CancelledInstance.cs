namespace Kontor.Contabo.Instances;

/// <summary>The answer to a cancellation. The proof of it is the cancel date of the instance itself.</summary>
/// <remarks>Source: cancelInstance.</remarks>
public sealed record CancelledInstance : ContaboResource
{
    /// <summary>Gets the number of the instance; always the one cancelled.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the day the contract ends.</summary>
    public DateOnly? CancelDate { get; init; }
}
