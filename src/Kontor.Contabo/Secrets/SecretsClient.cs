using System.Globalization;
using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Secrets;

internal sealed class SecretsClient(ApiCaller caller) : ISecretsClient
{
    private const string Root = "/v1/secrets";

    public IAsyncEnumerable<Page<Secret>> ListPagesAsync(SecretFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveSecretList", Root) with
            {
                Query = new Query().Add("name", filter?.Name).Add("type", filter?.Type?.Value).ToString(),
            },
            ReplyJsonContext.Default.EnvelopeSecret,
            cancellationToken);

    public IAsyncEnumerable<Secret> ListAsync(SecretFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<Secret?> FindAsync(long secretId, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(secretId, cancellationToken));

    public async Task<Secret> GetAsync(long secretId, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(ApiCall.Read("retrieveSecret", PathOf(secretId)), cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeSecret, secret => secret.SecretId == secretId);
    }

    public async Task<Secret> CreateAsync(CreateSecretRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.CreateSecretRequest);
        var call = ApiCall.Write("createSecret", HttpMethod.Post, Root, requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeSecret, static secret => secret.SecretId is not null);
    }

    public Task UpdateAsync(long secretId, UpdateSecretRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.UpdateSecretRequest);
        return caller.SendAsync(ApiCall.Write("updateSecret", HttpMethod.Patch, PathOf(secretId), requestId, body), cancellationToken);
    }

    public Task DeleteAsync(long secretId, RequestId requestId, CancellationToken cancellationToken) =>
        caller.SendAsync(ApiCall.Write("deleteSecret", HttpMethod.Delete, PathOf(secretId), requestId), cancellationToken);

    private static string PathOf(long secretId) => $"{Root}/{secretId.ToString(CultureInfo.InvariantCulture)}";
}
