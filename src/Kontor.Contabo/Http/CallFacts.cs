namespace Kontor.Contabo.Http;

/// <summary>What every layer of the pipeline knows about the call it handles.</summary>
internal sealed record CallFacts(string Operation, bool IsRead, RequestId RequestId, string? TraceId)
{
    public static readonly HttpRequestOptionsKey<CallFacts> Key = new("Kontor.Contabo.Call");

    /// <summary>Gets or sets which attempt is on its way; above 1 only for a read.</summary>
    public int Attempt { get; set; } = 1;

    public static CallFacts Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var facts) ? facts : throw new InvalidOperationException("Requests enter the pipeline with their facts.");

    public ContaboFailure Failure(ContaboErrorReason reason, WriteOutcome outcome) => new()
    {
        Operation = Operation,
        Reason = reason,
        Outcome = outcome,
        RequestId = RequestId,
        TraceId = TraceId,
    };
}
