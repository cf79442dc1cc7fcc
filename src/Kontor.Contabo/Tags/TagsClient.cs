using System.Globalization;
using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Tags;

internal sealed class TagsClient(ApiCaller caller) : ITagsClient
{
    private const string Root = "/v1/tags";

    public IAsyncEnumerable<Page<Tag>> ListPagesAsync(TagFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveTagList", Root) with { Query = new Query().Add("name", filter?.Name).ToString() },
            ReplyJsonContext.Default.EnvelopeTag,
            cancellationToken);

    public IAsyncEnumerable<Tag> ListAsync(TagFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<Tag?> FindAsync(long tagId, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(tagId, cancellationToken));

    public async Task<Tag> GetAsync(long tagId, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(ApiCall.Read("retrieveTag", PathOf(tagId)), cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeTag, tag => tag.TagId == tagId);
    }

    public async Task<CreatedTag> CreateAsync(CreateTagRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.CreateTagRequest);
        var call = ApiCall.Write("createTag", HttpMethod.Post, Root, requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCreatedTag, static tag => tag.TagId is not null);
    }

    public Task UpdateAsync(long tagId, UpdateTagRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.UpdateTagRequest);
        return caller.SendAsync(ApiCall.Write("updateTag", HttpMethod.Patch, PathOf(tagId), requestId, body), cancellationToken);
    }

    public Task DeleteAsync(long tagId, RequestId requestId, CancellationToken cancellationToken) =>
        caller.SendAsync(ApiCall.Write("deleteTag", HttpMethod.Delete, PathOf(tagId), requestId), cancellationToken);

    private static string PathOf(long tagId) => $"{Root}/{tagId.ToString(CultureInfo.InvariantCulture)}";
}
