using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Tags;

internal sealed class TagAuditsClient(ApiCaller caller) : ITagAuditsClient
{
    public IAsyncEnumerable<Page<TagAudit>> ListPagesAsync(TagAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeTagAudit, cancellationToken);

    public IAsyncEnumerable<TagAudit> ListAsync(TagAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(TagAuditFilter? filter) => ApiCall.Read("retrieveTagAuditsList", "/v1/tags/audits") with
    {
        Query = new Query().Add(filter).Add("tagId", filter?.TagId).ToString(),
    };
}
