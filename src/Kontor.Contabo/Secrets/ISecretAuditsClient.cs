namespace Kontor.Contabo.Secrets;

/// <summary>The audit trail of secrets.</summary>
public interface ISecretAuditsClient
{
    /// <summary>Lists the rows page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveSecretAuditsList")]
    IAsyncEnumerable<Page<SecretAudit>> ListPagesAsync(SecretAuditFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the rows one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveSecretAuditsList")]
    IAsyncEnumerable<SecretAudit> ListAsync(SecretAuditFilter? filter, CancellationToken cancellationToken);
}
