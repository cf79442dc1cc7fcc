namespace Kontor.Contabo.Instances;

/// <summary>
/// Moves of instances into another region, which Contabo's billing system decides and its staff carries out. Its refusals
/// are short codes, such as <c>invalid_order_id</c>, in <see cref="ContaboApiException.ProviderMessages"/>.
/// </summary>
public interface IRegionChangesClient
{
    /// <summary>Asks whether the instance may be moved at all, and returns when it may. Nothing is changed.</summary>
    /// <exception cref="ContaboApiException">It may not (status 4xx, with the codes of the billing system), or nobody could say.</exception>
    [ApiOperation("checkSetNewHost")]
    Task CheckAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>Opens a support ticket for a move. Both addresses of the instance change with it.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>. Whether an audit trail shows tickets is not documented.</exception>
    /// <exception cref="ArgumentException">The region or the method is empty; nothing was sent.</exception>
    [ApiOperation("requestRegionChange")]
    Task<RegionChangeTicket> RequestAsync(
        long instanceId, RegionChangeRequest request, RequestId requestId, CancellationToken cancellationToken);
}
