using Kontor.Api.Common;
using Kontor.Api.Compute;

namespace Kontor.Api.Inventory;

/// <summary>What needs a person's eye, and the decisions about it; those are for staff keys.</summary>
public sealed class FindingsClient
{
    private readonly ApiCalls _calls;

    internal FindingsClient(ApiCalls calls) => _calls = calls;

    /// <summary>Lists findings, newest first.</summary>
    /// <param name="state">How they stand; null for all.</param>
    /// <param name="kind">Their kind, such as <c>unknown_instance</c>; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<FindingResponse> ListAsync(FindingState? state, string? kind, CancellationToken cancellationToken) => _calls.ListAsync(
        "findings",
        Query.Empty.With("state", state?.ToString().ToLowerInvariant() ?? "all").With("kind", kind),
        ApiJsonContext.Default.ListPageFindingResponse,
        cancellationToken);

    /// <summary>Adopts a found machine read-only: it is known, serves nobody, and nothing is ever sent for it.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<InstanceResponse> AdoptAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/adopt", null, idempotencyKey, ApiJsonContext.Default.InstanceResponse, cancellationToken);

    /// <summary>Gives a found machine, adopted before or not, to a subject that has none.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="request">To which subject.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<InstanceResponse> AssignAsync(string id, AssignFindingRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            $"{PathOf(id)}/assign",
            request,
            ApiJsonContext.Default.AssignFindingRequest,
            idempotencyKey,
            ApiJsonContext.Default.InstanceResponse,
            cancellationToken);

    /// <summary>Says that a finding does not matter; it is open again when something about it changes.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="request">Why.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<FindingResponse> IgnoreAsync(string id, IgnoreFindingRequest request, CancellationToken cancellationToken) => _calls.SendAsync(
        HttpMethod.Post, $"{PathOf(id)}/ignore", request, ApiJsonContext.Default.IgnoreFindingRequest, ApiJsonContext.Default.FindingResponse, cancellationToken);

    /// <summary>Takes back that a finding was ignored.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<FindingResponse> ReopenAsync(string id, CancellationToken cancellationToken) =>
        _calls.SendAsync(HttpMethod.Post, $"{PathOf(id)}/reopen", ApiJsonContext.Default.FindingResponse, cancellationToken);

    private static string PathOf(string id) => $"findings/{Uri.EscapeDataString(id)}";
}
