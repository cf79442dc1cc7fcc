namespace Kontor.Contabo;

/// <summary>The facts of a failed call, without any request or response body.</summary>
public sealed record ContaboFailure
{
    /// <summary>Gets the operation id of the call, such as <c>createInstance</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets why the call failed.</summary>
    public required ContaboErrorReason Reason { get; init; }

    /// <summary>Gets what a write may have done. On a read it carries no meaning.</summary>
    public required WriteOutcome Outcome { get; init; }

    /// <summary>Gets a value indicating whether no byte of the request was sent.</summary>
    public bool NotSent { get; init; }

    /// <summary>Gets the HTTP status of the answer, or of the token endpoint's answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the provider's own texts, at most 20 of at most 500 characters each; empty when the body held none.</summary>
    public IReadOnlyList<string> ProviderMessages { get; init; } = [];

    /// <summary>Gets the <c>x-request-id</c> of the call.</summary>
    public RequestId? RequestId { get; init; }

    /// <summary>Gets the <c>x-trace-id</c> of the call, when one is configured.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets how long the provider asks to wait, counted from the answer; null when it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
