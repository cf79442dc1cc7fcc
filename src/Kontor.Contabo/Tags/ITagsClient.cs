namespace Kontor.Contabo.Tags;

/// <summary>The tags of the account. Every write is attempted once.</summary>
public interface ITagsClient
{
    /// <summary>Lists the tags page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveTagList")]
    IAsyncEnumerable<Page<Tag>> ListPagesAsync(TagFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the tags one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveTagList")]
    IAsyncEnumerable<Tag> ListAsync(TagFilter? filter, CancellationToken cancellationToken);

    /// <summary>Reads one tag, or null when Contabo itself says it does not exist.</summary>
    /// <exception cref="ContaboApiException">Any other failure, also a 404 without Contabo's own words.</exception>
    [ApiOperation("retrieveTag")]
    Task<Tag?> FindAsync(long tagId, CancellationToken cancellationToken);

    /// <summary>Reads one tag that is known to exist.</summary>
    /// <exception cref="ContaboApiException">Also when it does not exist (status 404).</exception>
    [ApiOperation("retrieveTag")]
    Task<Tag> GetAsync(long tagId, CancellationToken cancellationToken);

    /// <summary>Makes a tag.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("createTag")]
    Task<CreatedTag> CreateAsync(CreateTagRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Changes name, color or description of a tag.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("updateTag")]
    Task UpdateAsync(long tagId, UpdateTagRequest request, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Deletes a tag, which is refused while a resource carries it.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; 404 means it was gone.</exception>
    [ApiOperation("deleteTag")]
    Task DeleteAsync(long tagId, RequestId requestId, CancellationToken cancellationToken);
}
