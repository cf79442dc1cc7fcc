using Kontor.Api.Common;
using Kontor.Api.Operations;

namespace Kontor.Api.Compute;

/// <summary>Moves of machines to other regions.</summary>
public sealed class RegionChangesClient
{
    private readonly ApiCalls _calls;

    internal RegionChangesClient(ApiCalls calls) => _calls = calls;

    /// <summary>Says whether a machine may move, where to, which addresses it would lose, and which move is not done yet.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<RegionOptionsResponse> GetOptionsAsync(string instanceId, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(instanceId), ApiJsonContext.Default.RegionOptionsResponse, cancellationToken);

    /// <summary>Opens a ticket for a move; the machine is used as before until Contabo's staff carry it out.</summary>
    /// <param name="instanceId">The machine.</param>
    /// <param name="request">Where to, and how.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation; its steps have the ticket's number, and it ends by itself when the machine is there.</returns>
    public Task<OperationResponse> RequestAsync(string instanceId, ChangeRegionRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            PathOf(instanceId),
            request,
            ApiJsonContext.Default.ChangeRegionRequest,
            idempotencyKey,
            ApiJsonContext.Default.OperationResponse,
            cancellationToken);

    private static string PathOf(string instanceId) => $"instances/{Uri.EscapeDataString(instanceId)}/region";
}
