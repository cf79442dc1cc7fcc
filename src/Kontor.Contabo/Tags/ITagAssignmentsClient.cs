namespace Kontor.Contabo.Tags;

/// <summary>Which resources carry which tags. Every write is attempted once.</summary>
public interface ITagAssignmentsClient
{
    /// <summary>Lists the resources that carry a tag page by page, as the provider delivers them.</summary>
    /// <exception cref="ContaboApiException">A page could not be read; the pages before it prove nothing about the rest.</exception>
    [ApiOperation("retrieveAssignmentList")]
    IAsyncEnumerable<Page<TagAssignment>> ListPagesAsync(long tagId, TagAssignmentFilter? filter, CancellationToken cancellationToken);

    /// <summary>Lists the resources that carry a tag one after the other.</summary>
    /// <exception cref="ContaboApiException">A page could not be read.</exception>
    [ApiOperation("retrieveAssignmentList")]
    IAsyncEnumerable<TagAssignment> ListAsync(long tagId, TagAssignmentFilter? filter, CancellationToken cancellationToken);

    /// <summary>Reads one assignment, or null when Contabo itself says it does not exist.</summary>
    /// <exception cref="ContaboApiException">Any other failure, also a 404 without Contabo's own words.</exception>
    [ApiOperation("retrieveAssignment")]
    Task<TagAssignment?> FindAsync(long tagId, TaggedResource resource, CancellationToken cancellationToken);

    /// <summary>Reads one assignment that is known to exist.</summary>
    /// <exception cref="ContaboApiException">Also when it does not exist (status 404).</exception>
    [ApiOperation("retrieveAssignment")]
    Task<TagAssignment> GetAsync(long tagId, TaggedResource resource, CancellationToken cancellationToken);

    /// <summary>Puts a tag on a resource.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>.</exception>
    [ApiOperation("createAssignment")]
    Task CreateAsync(long tagId, TaggedResource resource, RequestId requestId, CancellationToken cancellationToken);

    /// <summary>Takes a tag off a resource.</summary>
    /// <exception cref="ContaboApiException">Look at <see cref="ContaboApiException.Outcome"/>; 404 means it was gone.</exception>
    [ApiOperation("deleteAssignment")]
    Task DeleteAsync(long tagId, TaggedResource resource, RequestId requestId, CancellationToken cancellationToken);
}
