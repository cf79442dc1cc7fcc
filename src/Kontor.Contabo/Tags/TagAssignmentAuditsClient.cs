using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Tags;

internal sealed class TagAssignmentAuditsClient(ApiCaller caller) : ITagAssignmentAuditsClient
{
    public IAsyncEnumerable<Page<TagAssignmentAudit>> ListPagesAsync(TagAssignmentAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeTagAssignmentAudit, cancellationToken);

    public IAsyncEnumerable<TagAssignmentAudit> ListAsync(TagAssignmentAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(TagAssignmentAuditFilter? filter) => ApiCall.Read("retrieveAssignmentsAuditsList", "/v1/tags/assignments/audits") with
    {
        Query = new Query().Add(filter).Add("tagId", filter?.TagId).Add("resourceId", filter?.ResourceId).ToString(),
    };
}
