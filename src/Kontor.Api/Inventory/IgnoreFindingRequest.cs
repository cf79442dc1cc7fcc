namespace Kontor.Api.Inventory;

/// <summary>A finding does not matter.</summary>
public sealed record IgnoreFindingRequest
{
    /// <summary>Gets why: 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
