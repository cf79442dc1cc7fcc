using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Http;

/// <summary>Takes a write's request id from its caller, and makes one for a read.</summary>
internal sealed class CallFactsSource(Func<Guid> requestIds, string? traceId)
{
    public CallFacts For(ApiCall call) => new(call.Operation, call.IsRead, call.RequestId ?? new RequestId(requestIds()), traceId);
}
