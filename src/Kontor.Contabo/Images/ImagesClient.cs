using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Images;

internal sealed class ImagesClient(ApiCaller caller) : IImagesClient
{
    private const string Root = "/v1/compute/images";

    public IAsyncEnumerable<Page<Image>> ListPagesAsync(ImageFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(
            ApiCall.Read("retrieveImageList", Root) with { Query = ToQuery(filter ?? new()) },
            ReplyJsonContext.Default.EnvelopeImage,
            cancellationToken);

    public IAsyncEnumerable<Image> ListAsync(ImageFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    public Task<Image?> FindAsync(string imageId, CancellationToken cancellationToken) =>
        Absence.ToNullAsync(GetAsync(imageId, cancellationToken));

    public async Task<Image> GetAsync(string imageId, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(ApiCall.Read("retrieveImage", PathOf(imageId)), cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeImage, image => IsSame(image.ImageId, imageId));
    }

    public async Task<CreatedImage> CreateAsync(CreateCustomImageRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.CreateCustomImageRequest);
        var call = ApiCall.Write("createCustomImage", HttpMethod.Post, Root, requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCreatedImage, image => !string.IsNullOrEmpty(image.ImageId));
    }

    public async Task<CreatedImage> UpdateAsync(
        string imageId, UpdateCustomImageRequest request, RequestId requestId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, RequestJsonContext.Default.UpdateCustomImageRequest);
        var call = ApiCall.Write("updateImage", HttpMethod.Patch, PathOf(imageId), requestId, body);
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCreatedImage, image => IsSame(image.ImageId, imageId));
    }

    public Task DeleteAsync(string imageId, RequestId requestId, CancellationToken cancellationToken) =>
        caller.SendAsync(ApiCall.Write("deleteImage", HttpMethod.Delete, PathOf(imageId), requestId), cancellationToken);

    public async Task<CustomImageStats> GetStatsAsync(CancellationToken cancellationToken)
    {
        var call = ApiCall.Read("retrieveCustomImagesStats", Root + "/stats");
        var reply = await caller.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return reply.ReadOne(ReplyJsonContext.Default.EnvelopeCustomImageStats, static _ => true);
    }

    private static bool IsSame(string? answered, string asked) => string.Equals(answered, asked, StringComparison.OrdinalIgnoreCase);

    private static string PathOf(string imageId) => $"{Root}/{PathSegment.Of(imageId)}";

    private static string ToQuery(ImageFilter filter) => new Query()
        .Add("name", filter.Name)
        .Add("standardImage", filter.StandardImage)
        .Add("search", filter.Search)
        .AddEach("orderBy", filter.OrderBy)
        .ToString();
}
