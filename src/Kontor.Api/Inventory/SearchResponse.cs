namespace Kontor.Api.Inventory;

/// <summary>What a search found.</summary>
public sealed record SearchResponse
{
    /// <summary>Gets the hits, the most telling first; 50 at the most.</summary>
    public required IReadOnlyList<SearchHitResponse> Items { get; init; }
}
