namespace Kontor.Api.Inventory;

/// <summary>One thing that happened to a machine.</summary>
public sealed record TimelineEntryResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets when it was noticed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what happened, such as <c>stopped</c>, <c>renamed</c> or <c>ip_changed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets what happened as a sentence for a person.</summary>
    public required string Text { get; init; }

    /// <summary>Gets what was before, where there is such a thing.</summary>
    public required string? Before { get; init; }

    /// <summary>Gets what is since.</summary>
    public required string? After { get; init; }

    /// <summary>Gets <c>kontor</c>, <c>outside</c> (past Kontor, as in the provider's panel) or <c>provider</c> (in the course of things).</summary>
    public required string Origin { get; init; }

    /// <summary>Gets who did it; null while that is not known.</summary>
    public required string? Actor { get; init; }

    /// <summary>Gets when the provider's audit says it was done.</summary>
    public required DateTimeOffset? ActedAt { get; init; }

    /// <summary>Gets the request id of the call that did it.</summary>
    public required string? RequestId { get; init; }

    /// <summary>Gets the operation that did it.</summary>
    public required string? OperationId { get; init; }
}
