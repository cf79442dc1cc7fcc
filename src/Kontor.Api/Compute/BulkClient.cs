using Kontor.Api.Common;

namespace Kontor.Api.Compute;

/// <summary>Wishes for many machines.</summary>
public sealed class BulkClient
{
    private readonly ApiCalls _calls;

    internal BulkClient(ApiCalls calls) => _calls = calls;

    /// <summary>Wishes the same for many machines; each becomes an operation when its turn comes.</summary>
    /// <param name="request">What, and for which.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    public Task<BulkResponse> CreateAsync(CreateBulkRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            "bulk", request, ApiJsonContext.Default.CreateBulkRequest, idempotencyKey, ApiJsonContext.Default.BulkResponse, cancellationToken);

    /// <summary>Says for each machine what would come of it now; nothing is done.</summary>
    /// <param name="request">What, and for which.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<BulkPreviewResponse> PreviewAsync(CreateBulkRequest request, CancellationToken cancellationToken) => _calls.PostAsync(
        "bulk/preview", request, ApiJsonContext.Default.CreateBulkRequest, "preview", ApiJsonContext.Default.BulkPreviewResponse, cancellationToken);

    /// <summary>Reads one with each of its machines; null when it is not there or another source's.</summary>
    /// <param name="id">The bulk.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<BulkResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync(PathOf(id), ApiJsonContext.Default.BulkResponse, cancellationToken);

    /// <summary>Reads one that must be there.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<BulkResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(id), ApiJsonContext.Default.BulkResponse, cancellationToken);

    /// <summary>Begins no further machine; those under way go on.</summary>
    /// <param name="id">The bulk.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<BulkResponse> StopAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/stop", null, idempotencyKey, ApiJsonContext.Default.BulkResponse, cancellationToken);

    /// <summary>Wishes anew for the machines that failed.</summary>
    /// <param name="id">The bulk.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<BulkResponse> RetryAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/retry", null, idempotencyKey, ApiJsonContext.Default.BulkResponse, cancellationToken);

    private static string PathOf(string id) => $"bulk/{Uri.EscapeDataString(id)}";
}
