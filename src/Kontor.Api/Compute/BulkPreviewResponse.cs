using Kontor.Api.Operations;

namespace Kontor.Api.Compute;

/// <summary>What would come of a wish for many machines now.</summary>
public sealed record BulkPreviewResponse
{
    /// <summary>Gets how many would begin.</summary>
    public required int WouldBegin { get; init; }

    /// <summary>Gets the machines, in the order they were given.</summary>
    public required IReadOnlyList<BulkPreviewItem> Items { get; init; }
}

/// <summary>What would come of it for one machine.</summary>
public sealed record BulkPreviewItem
{
    /// <summary>Gets the machine's id, as it was given.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Gets why it would be refused; null when it would begin.</summary>
    public required OperationProblem? Problem { get; init; }
}
