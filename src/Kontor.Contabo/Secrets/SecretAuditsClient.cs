using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Secrets;

internal sealed class SecretAuditsClient(ApiCaller caller) : ISecretAuditsClient
{
    public IAsyncEnumerable<Page<SecretAudit>> ListPagesAsync(SecretAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeSecretAudit, cancellationToken);

    public IAsyncEnumerable<SecretAudit> ListAsync(SecretAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(SecretAuditFilter? filter) => ApiCall.Read("retrieveSecretAuditsList", "/v1/secrets/audits") with
    {
        Query = new Query().Add(filter).Add("secretId", filter?.SecretId).ToString(),
    };
}
