using System.Globalization;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Tags;

internal sealed class TagAssignmentsClient(ApiCaller caller) : ITagAssignmentsClient
{
    public IAsyncEnumerable<Page<TagAssignment>> ListPagesAsync(
        long tagId, TagAssignmentFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveAssignmentList", PathOf(tagId)) with
            {
                Query = new Query().Add("resourceType", filter?.ResourceType?.Value).ToString(),
            },
            ReplyJsonContext.Default.EnvelopeTagAssignment,
            cancellationToken);

    public IAsyncEnumerable<TagAssignment> ListAsync(long tagId, TagAssignmentFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(tagId, filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<TagAssignment?> FindAsync(long tagId, TaggedResource resource, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(tagId, resource, cancellationToken));

    public async Task<TagAssignment> GetAsync(long tagId, TaggedResource resource, CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("retrieveAssignment", PathOf(tagId, resource));
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(
            ReplyJsonContext.Default.EnvelopeTagAssignment, assignment => assignment.TagId == tagId && assignment.ResourceId == resource.Id);
    }

    public Task CreateAsync(long tagId, TaggedResource resource, RequestId requestId, CancellationToken cancellationToken) =>
        caller.SendAsync(ApiCall.Write("createAssignment", HttpMethod.Post, PathOf(tagId, resource), requestId), cancellationToken);

    public Task DeleteAsync(long tagId, TaggedResource resource, RequestId requestId, CancellationToken cancellationToken) =>
        caller.SendAsync(ApiCall.Write("deleteAssignment", HttpMethod.Delete, PathOf(tagId, resource), requestId), cancellationToken);

    private static string PathOf(long tagId) => $"/v1/tags/{tagId.ToString(CultureInfo.InvariantCulture)}/assignments";

    private static string PathOf(long tagId, TaggedResource resource) =>
        $"{PathOf(tagId)}/{PathSegment.Of(resource.Type.Value)}/{PathSegment.Of(resource.Id)}";
}
