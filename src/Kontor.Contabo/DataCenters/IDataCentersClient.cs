namespace Kontor.Contabo.DataCenters;

/// <summary>Where instances can be.</summary>
public interface IDataCentersClient
{
    /// <summary>Lists the data centers page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveDataCenterList")]
    IAsyncEnumerable<Page<DataCenter>> ListPagesAsync(DataCenterFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the data centers one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveDataCenterList")]
    IAsyncEnumerable<DataCenter> ListAsync(DataCenterFilter? filter, CancellationToken cancellationToken);
}
