using Kontor.Api.Common;

namespace Kontor.Api.Purchasing;

/// <summary>The orders of a server.</summary>
public sealed class OrdersClient
{
    private readonly ApiCalls _calls;

    internal OrdersClient(ApiCalls calls) => _calls = calls;

    /// <summary>Orders one instance. The same order again, whatever its key, is the same operation.</summary>
    /// <param name="order">The order.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the order may have been accepted.</param>
    public Task<OrderResponse> CreateAsync(OrderRequest order, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        "orders", order, ApiJsonContext.Default.OrderRequest, idempotencyKey, ApiJsonContext.Default.OrderResponse, cancellationToken);

    /// <summary>Reads an order; null when it is not there or another source's.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<OrderResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync($"orders/{Uri.EscapeDataString(id)}", ApiJsonContext.Default.OrderResponse, cancellationToken);

    /// <summary>Reads an order that must be there.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<OrderResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync($"orders/{Uri.EscapeDataString(id)}", ApiJsonContext.Default.OrderResponse, cancellationToken);

    /// <summary>Lists orders, newest first.</summary>
    /// <param name="subjectId">Only this subject's; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<OrderResponse> ListAsync(string? subjectId, CancellationToken cancellationToken) => _calls.ListAsync(
        "orders", Query.Empty.With("subject", subjectId), ApiJsonContext.Default.ListPageOrderResponse, cancellationToken);
}
