using Kontor.Contabo.Calls;

namespace Kontor.Contabo.DataCenters;

internal sealed class DataCentersClient(ApiCaller caller) : IDataCentersClient
{
    public IAsyncEnumerable<Page<DataCenter>> ListPagesAsync(DataCenterFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveDataCenterList", "/v1/data-centers") with { Query = ToQuery(filter ?? new()) },
            ReplyJsonContext.Default.EnvelopeDataCenter,
            cancellationToken);

    public IAsyncEnumerable<DataCenter> ListAsync(DataCenterFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static string ToQuery(DataCenterFilter filter) => new Query()
        .Add("slug", filter.Slug)
        .Add("name", filter.Name)
        .Add("regionName", filter.RegionName)
        .Add("regionSlug", filter.RegionSlug)
        .ToString();
}
