namespace Kontor.Contabo.Instances;

/// <summary>The virtual machines of the account. Every write is attempted once.</summary>
public interface IInstancesClient
{
    /// <summary>Lists the instances page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveInstancesList")]
    IAsyncEnumerable<Page<Instance>> ListPagesAsync(InstanceFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the instances one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveInstancesList")]
    IAsyncEnumerable<Instance> ListAsync(InstanceFilter? filter, CancellationToken cancellationToken);

    /// <summary>Reads one instance, or null when Contabo itself says it does not exist.</summary>
    /// <exception cref="ContaboApiException">Any other failure, also a 404 without Contabo's own words: unknown is not absent.</exception>
    [ApiOperation("retrieveInstance")]
    Task<Instance?> FindAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>Reads one instance that is known to exist.</summary>
    /// <exception cref="ContaboApiException">Also when it does not exist (status 404).</exception>
    [ApiOperation("retrieveInstance")]
    Task<Instance> GetAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>Orders an instance, which costs money.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/> before anything else is done.</exception>
    /// <exception cref="ArgumentException">The order is not complete; nothing was sent.</exception>
    [ApiOperation("createInstance")]
    Task<CreatedInstance> CreateAsync(CreateInstanceRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Orders an instance with exactly these bytes, which a caller stored before.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/> before anything else is done.</exception>
    /// <exception cref="ArgumentException">The bytes are not a complete order; nothing was sent.</exception>
    [ApiOperation("createInstance")]
    Task<CreatedInstance> CreateAsync(ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Wipes the disk and installs the instance anew; contract and addresses stay. It goes on after the answer.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/> before anything else is done.</exception>
    /// <exception cref="ArgumentException">The request names no image or no account; nothing was sent.</exception>
    [ApiOperation("reinstallInstance")]
    Task<ReinstalledInstance> ReinstallAsync(
        long instanceId, ReinstallInstanceRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Wipes the disk and installs the instance anew with exactly these bytes, which a caller stored before.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/> before anything else is done.</exception>
    /// <exception cref="ArgumentException">The bytes name no image or no account; nothing was sent.</exception>
    [ApiOperation("reinstallInstance")]
    Task<ReinstalledInstance> ReinstallAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Buys add-ons for the instance, which costs money.</summary>
    /// <exception cref="ContaboApiException">
    /// Look at <see cref="ContaboApiException.Outcome"/> before anything else is done; the proof are the add-ons of the
    /// instance, also after 409, which clients have met when it had the add-on already.
    /// </exception>
    /// <exception cref="ArgumentException">The request chooses no add-on; nothing was sent.</exception>
    [ApiOperation("upgradeInstance")]
    Task<UpgradedInstance> UpgradeAsync(
        long instanceId, UpgradeInstanceRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Buys add-ons for the instance with exactly these bytes, which a caller stored before.</summary>
    /// <exception cref="ContaboApiException">
    /// Look at <see cref="ContaboApiException.Outcome"/> before anything else is done; the proof are the add-ons of the instance.
    /// </exception>
    /// <exception cref="ArgumentException">The bytes choose no add-on; nothing was sent.</exception>
    [ApiOperation("upgradeInstance")]
    Task<UpgradedInstance> UpgradeAsync(
        long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Changes the display name; an empty one clears it.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("patchInstance")]
    Task<RenamedInstance> RenameAsync(long instanceId, string displayName, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Ends the contract at the end of its term or later. It cannot be taken back.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; the proof is the cancel date of the instance.</exception>
    [ApiOperation("cancelInstance")]
    Task<CancelledInstance> CancelAsync(
        long instanceId, CancelInstanceRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Ends the contract with exactly these bytes, which a caller stored before.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; the proof is the cancel date of the instance.</exception>
    /// <exception cref="ArgumentException">The body is empty; nothing was sent.</exception>
    [ApiOperation("cancelInstance")]
    Task<CancelledInstance> CancelAsync(long instanceId, ReadOnlyMemory<byte> body, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Lists the products the instance may move to.</summary>
    /// <exception cref="ContaboApiException">The offers could not be read.</exception>
    [ApiOperation("retrieveAvailableInstanceProducts")]
    Task<IReadOnlyList<InstanceOffer>> ListUpgradeOffersAsync(long instanceId, CancellationToken cancellationToken);
}
