using Kontor.Api.Common;
using Kontor.Api.Operations;

namespace Kontor.Api.Compute;

/// <summary>Larger plans for machines that stand.</summary>
public sealed class PlanChangesClient
{
    private readonly ApiCalls _calls;

    internal PlanChangesClient(ApiCalls calls) => _calls = calls;

    /// <summary>Lists the plans that a machine may be changed into, as Contabo offers them now.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<PlanOffersResponse> ListOffersAsync(string instanceId, CancellationToken cancellationToken) =>
        _calls.GetAsync($"{PathOf(instanceId)}/offers", ApiJsonContext.Default.PlanOffersResponse, cancellationToken);

    /// <summary>Has a person change a machine's plan in Contabo's panel, since its API takes no order for that.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="request">Which plan.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation: it waits for a person, and ends by itself when the machine has the plan.</returns>
    public Task<OperationResponse> RequestAsync(string instanceId, ChangePlanRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            $"{PathOf(instanceId)}/plan",
            request,
            ApiJsonContext.Default.ChangePlanRequest,
            idempotencyKey,
            ApiJsonContext.Default.OperationResponse,
            cancellationToken);

    private static string PathOf(string instanceId) => $"instances/{Uri.EscapeDataString(instanceId)}";
}
