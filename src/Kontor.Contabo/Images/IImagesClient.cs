namespace Kontor.Contabo.Images;

/// <summary>The images instances are installed from. Every write is attempted once.</summary>
public interface IImagesClient
{
    /// <summary>Lists the images page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveImageList")]
    IAsyncEnumerable<Page<Image>> ListPagesAsync(ImageFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the images one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveImageList")]
    IAsyncEnumerable<Image> ListAsync(ImageFilter? filter, CancellationToken cancellationToken);

    /// <summary>Reads one image, or null when Contabo itself says it does not exist.</summary>
    /// <exception cref="ContaboApiException">Any other failure, also a 404 without Contabo's own words.</exception>
    [ApiOperation("retrieveImage")]
    Task<Image?> FindAsync(string imageId, CancellationToken cancellationToken);

    /// <summary>Reads one image that is known to exist.</summary>
    /// <exception cref="ContaboApiException">Also when it does not exist (status 404).</exception>
    [ApiOperation("retrieveImage")]
    Task<Image> GetAsync(string imageId, CancellationToken cancellationToken);

    /// <summary>Registers a custom image; fetching it goes on after the answer.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; 415 means the link is no image.</exception>
    [ApiOperation("createCustomImage")]
    Task<CreatedImage> CreateAsync(CreateCustomImageRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Renames or describes a custom image.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("updateImage")]
    Task<CreatedImage> UpdateAsync(
        string imageId, UpdateCustomImageRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Deletes a custom image.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; 404 means it was gone.</exception>
    [ApiOperation("deleteImage")]
    Task DeleteAsync(string imageId, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Reads how much room custom images take.</summary>
    /// <exception cref="ContaboApiException">It could not be read.</exception>
    [ApiOperation("retrieveCustomImagesStats")]
    Task<CustomImageStats> GetStatsAsync(CancellationToken cancellationToken);
}
