using System.Globalization;

namespace Kontor.Contabo;

/// <summary>The one way a call fails, save for the cancellation of a read. It never carries a secret or a body.</summary>
public sealed class ContaboApiException : Exception
{
    /// <summary>Makes the exception from its facts.</summary>
    public ContaboApiException(ContaboFailure failure, Exception? innerException = null)
        : base(Describe(failure), innerException) => Failure = failure;

    /// <summary>Gets all facts together.</summary>
    public ContaboFailure Failure { get; }

    /// <inheritdoc cref="ContaboFailure.Operation"/>
    public string Operation => Failure.Operation;

    /// <inheritdoc cref="ContaboFailure.Reason"/>
    public ContaboErrorReason Reason => Failure.Reason;

    /// <inheritdoc cref="ContaboFailure.Outcome"/>
    public WriteOutcome Outcome => Failure.Outcome;

    /// <inheritdoc cref="ContaboFailure.NotSent"/>
    public bool NotSent => Failure.NotSent;

    /// <inheritdoc cref="ContaboFailure.Status"/>
    public int? Status => Failure.Status;

    /// <inheritdoc cref="ContaboFailure.ProviderMessages"/>
    public IReadOnlyList<string> ProviderMessages => Failure.ProviderMessages;

    /// <inheritdoc cref="ContaboFailure.RequestId"/>
    public RequestId? RequestId => Failure.RequestId;

    /// <inheritdoc cref="ContaboFailure.TraceId"/>
    public string? TraceId => Failure.TraceId;

    /// <inheritdoc cref="ContaboFailure.RetryAfter"/>
    public TimeSpan? RetryAfter => Failure.RetryAfter;

    private static string Describe(ContaboFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var status = failure.Status is { } code ? string.Create(CultureInfo.InvariantCulture, $", status {code}") : "";
        var texts = failure.ProviderMessages.Count == 0 ? "" : $": {string.Join("; ", failure.ProviderMessages)}";
        return $"{failure.Operation} failed ({failure.Reason}{status}, {failure.Outcome}, request id {failure.RequestId}){texts}";
    }
}
