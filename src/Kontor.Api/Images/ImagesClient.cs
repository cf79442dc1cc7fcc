using Kontor.Api.Common;
using Kontor.Api.Operations;

namespace Kontor.Api.Images;

/// <summary>The custom images of a server's clients.</summary>
public sealed class ImagesClient
{
    private readonly ApiCalls _calls;

    internal ImagesClient(ApiCalls calls) => _calls = calls;

    /// <summary>Lists images that were not deleted, newest first.</summary>
    /// <param name="subjectId">Only those uploaded through this subject; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<ImageResponse> ListAsync(string? subjectId, CancellationToken cancellationToken) =>
        _calls.ListAsync("images", Query.Empty.With("subject", subjectId), ApiJsonContext.Default.ListPageImageResponse, cancellationToken);

    /// <summary>Reads an image, a deleted one too; null when it is not there or another client's.</summary>
    /// <param name="id">The image, by Kontor's id.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<ImageResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync(PathOf(id), ApiJsonContext.Default.ImageResponse, cancellationToken);

    /// <summary>Reads an image that must be there.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<ImageResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(id), ApiJsonContext.Default.ImageResponse, cancellationToken);

    /// <summary>Says how much room there is for a subject's next image.</summary>
    /// <param name="subjectId">The subject; a machine serves it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<ImageSpaceResponse> GetSpaceAsync(string subjectId, CancellationToken cancellationToken) =>
        _calls.GetAsync($"subjects/{Uri.EscapeDataString(subjectId)}/image-space", ApiJsonContext.Default.ImageSpaceResponse, cancellationToken);

    /// <summary>Has Contabo fetch an image for the client of a subject.</summary>
    /// <param name="request">The image.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The image, with the operation that carries the wish out.</returns>
    public Task<ImageResponse> UploadAsync(UploadImageRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        "images", request, ApiJsonContext.Default.UploadImageRequest, idempotencyKey, ApiJsonContext.Default.ImageResponse, cancellationToken);

    /// <summary>Calls an image something else, or describes it otherwise.</summary>
    /// <param name="id">The image, by Kontor's id.</param>
    /// <param name="request">What is to change.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> DescribeAsync(string id, DescribeImageRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PatchAsync(
            PathOf(id), request, ApiJsonContext.Default.DescribeImageRequest, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Deletes an image; machines that were installed from it stay as they are.</summary>
    /// <param name="id">The image, by Kontor's id.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> DeleteAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.DeleteAsync(PathOf(id), idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    private static string PathOf(string id) => $"images/{Uri.EscapeDataString(id)}";
}
