namespace Kontor.Api.Operations;

/// <summary>One line of what happened to an operation.</summary>
public sealed record OperationStepResponse
{
    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the state it led to.</summary>
    public required string State { get; init; }

    /// <summary>Gets one sentence for a person.</summary>
    public required string Text { get; init; }
}
