using Kontor.Contabo.Simulator.Faults;

namespace Kontor.Contabo.Simulator;

/// <summary>One call as it came in, for assertions.</summary>
/// <param name="Sequence">Counts all calls, from 1.</param>
/// <param name="At">Instant of the simulated clock.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without query.</param>
/// <param name="Query">Query as on the wire.</param>
/// <param name="RequestId">The x-request-id it carried.</param>
/// <param name="OperationId">Operation, "token", or null when there is no such route.</param>
/// <param name="Delivery">How the answer was delivered.</param>
/// <param name="Status">Status answered; null when nothing was.</param>
/// <param name="Fault">Misbehaviour in delivering it.</param>
public sealed record RequestRecord(
    long Sequence,
    DateTimeOffset At,
    string Method,
    string Path,
    string Query,
    string? RequestId,
    string? OperationId,
    CloudDelivery Delivery,
    int? Status,
    Misbehaviour? Fault);
