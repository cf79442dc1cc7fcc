using Kontor.Api.Catalog;
using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Images;
using Kontor.Api.Inventory;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Api.Storage;
using Kontor.Api.Tasks;

namespace Kontor.Api;

/// <summary>
/// A Kontor server. Every request is sent exactly once: after a broken connection the caller sends a write again with the
/// same idempotency key and the same body, and gets the operation the first one opened.
/// </summary>
/// <remarks>
/// Refusals throw <see cref="KontorApiException"/>, broken networks <see cref="HttpRequestException"/>, time-outs and
/// cancellation <see cref="OperationCanceledException"/>. Safe for several threads.
/// </remarks>
public sealed class KontorClient
{
    private readonly ApiCalls _calls;

    /// <summary>Makes a client.</summary>
    /// <param name="http">
    /// What sends; its <see cref="HttpClient.BaseAddress"/> is the server's, ending in <c>/</c>. It must not repeat requests
    /// by itself, and stays the caller's to dispose.
    /// </param>
    /// <param name="apiKey">The key, <c>kontor_…</c>; it is put on each request, not into <paramref name="http"/>.</param>
    public KontorClient(HttpClient http, string apiKey)
        : this(CallsOf(http, apiKey))
    {
    }

    private KontorClient(ApiCalls calls)
    {
        _calls = calls;
        Orders = new OrdersClient(_calls);
        Subjects = new SubjectsClient(_calls);
        Instances = new InstancesClient(_calls);
        Images = new ImagesClient(_calls);
        AddOns = new AddOnsClient(_calls);
        Snapshots = new SnapshotsClient(_calls);
        PlanChanges = new PlanChangesClient(_calls);
        RegionChanges = new RegionChangesClient(_calls);
        Bulk = new BulkClient(_calls);
        Operations = new OperationsClient(_calls);
        Findings = new FindingsClient(_calls);
        Tasks = new TasksClient(_calls);
    }

    /// <summary>Gets the orders.</summary>
    public OrdersClient Orders { get; }

    /// <summary>Gets what was sold.</summary>
    public SubjectsClient Subjects { get; }

    /// <summary>Gets the machines.</summary>
    public InstancesClient Instances { get; }

    /// <summary>Gets the clients' custom images.</summary>
    public ImagesClient Images { get; }

    /// <summary>Gets the add-ons of machines.</summary>
    public AddOnsClient AddOns { get; }

    /// <summary>Gets the wishes for many machines.</summary>
    public BulkClient Bulk { get; }

    /// <summary>Gets the snapshots of machines.</summary>
    public SnapshotsClient Snapshots { get; }

    /// <summary>Gets the larger plans that machines may get.</summary>
    public PlanChangesClient PlanChanges { get; }

    /// <summary>Gets the moves of machines to other regions.</summary>
    public RegionChangesClient RegionChanges { get; }

    /// <summary>Gets the operations.</summary>
    public OperationsClient Operations { get; }

    /// <summary>Gets what needs a person's eye.</summary>
    public FindingsClient Findings { get; }

    /// <summary>Gets what a person must do.</summary>
    public TasksClient Tasks { get; }

    /// <summary>The same server, asked for one of the key's clients.</summary>
    /// <param name="client">The client, and who acts for it.</param>
    public KontorClient For(ActingFor client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new KontorClient(_calls.For(client));
    }

    /// <summary>Waits until an operation is over or waits for a person.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="clock">Drives the waiting.</param>
    /// <param name="pollEvery">The pause between two looks.</param>
    /// <param name="cancellationToken">Stops waiting; the operation goes on.</param>
    /// <returns>The operation, finished or <see cref="OperationStatus.NeedsAttention"/>.</returns>
    public async Task<OperationResponse> WaitForOperationAsync(
        string id, TimeProvider clock, TimeSpan pollEvery, CancellationToken cancellationToken)
    {
        while (true)
        {
            var operation = await Operations.GetAsync(id, cancellationToken).ConfigureAwait(false);
            if (operation.IsFinished() || operation.Status == OperationStatus.NeedsAttention)
            {
                return operation;
            }

            await Task.Delay(pollEvery, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lists the purchase ledger, newest first.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<PurchaseResponse> ListPurchasesAsync(CancellationToken cancellationToken) =>
        _calls.ListAsync("purchases", Query.Empty, ApiJsonContext.Default.ListPagePurchaseResponse, cancellationToken);

    /// <summary>Searches machines, subjects, orders, operations, and who had an address when.</summary>
    /// <param name="text">A whole or the beginning of an address, id, number or e-mail address, or a part of a name.</param>
    /// <param name="at">For addresses, only who had them then; null for whenever.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Task<SearchResponse> SearchAsync(string text, DateTimeOffset? at, CancellationToken cancellationToken) => _calls.GetAsync(
        "search" + Query.Empty.With("q", text).With("at", at?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture)),
        ApiJsonContext.Default.SearchResponse,
        cancellationToken);

    /// <summary>Lists findings, newest first.</summary>
    /// <param name="includeResolved">Whether to show those that are no longer so.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<FindingResponse> ListFindingsAsync(bool includeResolved, CancellationToken cancellationToken) => _calls.ListAsync(
        "findings",
        Query.Empty.With("state", includeResolved ? "all" : null),
        ApiJsonContext.Default.ListPageFindingResponse,
        cancellationToken);

    /// <summary>Reads events in the order they became true.</summary>
    /// <param name="after">The <see cref="EventPage.NextAfter"/> of the last read; 0 for the start.</param>
    /// <param name="limit">How many at the most, 1 to 500.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<EventPage> ReadEventsAsync(long after, int limit, CancellationToken cancellationToken) => _calls.GetAsync(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"events?after={after}&limit={limit}"),
        ApiJsonContext.Default.EventPage,
        cancellationToken);

    /// <summary>Reads the catalogue.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<CatalogResponse> GetCatalogAsync(CancellationToken cancellationToken) =>
        _calls.GetAsync("catalog", ApiJsonContext.Default.CatalogResponse, cancellationToken);

    /// <summary>Reads what an order would cost now; it reserves nothing.</summary>
    /// <param name="wanted">What would be ordered.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<QuoteResponse> GetQuoteAsync(QuoteRequest wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var query = Query.Empty
            .With("plan", wanted.Plan)
            .With("region", wanted.Region)
            .With("image", wanted.Image)
            .With("termMonths", wanted.TermMonths.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("account", wanted.Account);
        return _calls.GetAsync($"quote{query}", ApiJsonContext.Default.QuoteResponse, cancellationToken);
    }

    /// <summary>Reads which Kontor answers.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<InstallationResponse> GetInstallationAsync(CancellationToken cancellationToken) =>
        _calls.GetAsync("installation", ApiJsonContext.Default.InstallationResponse, cancellationToken);

    private static ApiCalls CallsOf(HttpClient http, string apiKey)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        return new ApiCalls(http, apiKey);
    }
}
