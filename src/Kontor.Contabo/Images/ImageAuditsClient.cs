using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Images;

internal sealed class ImageAuditsClient(ApiCaller caller) : IImageAuditsClient
{
    public IAsyncEnumerable<Page<ImageAudit>> ListPagesAsync(ImageAuditFilter? filter, CancellationToken cancellationToken) =>
        caller.ReadPagesAsync(Call(filter), ReplyJsonContext.Default.EnvelopeImageAudit, cancellationToken);

    public IAsyncEnumerable<ImageAudit> ListAsync(ImageAuditFilter? filter, CancellationToken cancellationToken) =>
        ListPagesAsync(filter, cancellationToken).ItemsAsync(cancellationToken);

    private static ApiCall Call(ImageAuditFilter? filter) => ApiCall.Read("retrieveImageAuditsList", "/v1/compute/images/audits") with
    {
        Query = new Query().Add(filter).Add("imageId", filter?.ImageId).ToString(),
    };
}
