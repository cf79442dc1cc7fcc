namespace Kontor.Contabo.Secrets;

/// <summary>The passwords and SSH keys stored in the account. Every write is attempted once.</summary>
public interface ISecretsClient
{
    /// <summary>Lists the secrets, without their values, page by page as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveSecretList")]
    IAsyncEnumerable<Page<Secret>> ListPagesAsync(SecretFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the secrets, without their values, one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveSecretList")]
    IAsyncEnumerable<Secret> ListAsync(SecretFilter? filter, CancellationToken cancellationToken);

    /// <summary>Reads one secret with its value, or null when Contabo itself says it does not exist.</summary>
    /// <exception cref="ContaboApiException">Any other failure, also a 404 without Contabo's own words.</exception>
    [ApiOperation("retrieveSecret")]
    Task<Secret?> FindAsync(long secretId, CancellationToken cancellationToken);

    /// <summary>Reads one secret with its value.</summary>
    /// <exception cref="ContaboApiException">Also when it does not exist (status 404).</exception>
    [ApiOperation("retrieveSecret")]
    Task<Secret> GetAsync(long secretId, CancellationToken cancellationToken);

    /// <summary>Stores a secret.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("createSecret")]
    Task<Secret> CreateAsync(CreateSecretRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Changes the name or the value of a secret.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("updateSecret")]
    Task UpdateAsync(long secretId, UpdateSecretRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Deletes a secret.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; 404 means it was gone.</exception>
    [ApiOperation("deleteSecret")]
    Task DeleteAsync(long secretId, RequestId requestId, CancellationToken cancellationToken);
}
