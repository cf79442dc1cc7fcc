namespace Kontor.Api.Compute;

/// <summary>Whether a machine may move to another region, and what that takes.</summary>
public sealed record RegionOptionsResponse
{
    /// <summary>Gets where it is now; null before Contabo has said.</summary>
    public required string? Region { get; init; }

    /// <summary>Gets the IPv4 address that it would lose.</summary>
    public required string? IpV4 { get; init; }

    /// <summary>Gets the IPv6 address that it would lose.</summary>
    public required string? IpV6 { get; init; }

    /// <summary>Gets where it might go.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Gets how it might go: <c>migration</c> takes its disk along, <c>installation</c> loses it.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Gets why Contabo would not move it, in its words; empty when it would.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Gets the move that is not done yet; null when there is none.</summary>
    public required RegionMoveResponse? Open { get; init; }
}

/// <summary>A move that is not done yet.</summary>
public sealed record RegionMoveResponse
{
    /// <summary>Gets its operation.</summary>
    public required string OperationId { get; init; }

    /// <summary>Gets where to.</summary>
    public required string Region { get; init; }

    /// <summary>Gets how.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the number of Contabo's ticket; null before there is one, or when the answer that had it was lost.</summary>
    public required long? TicketNumber { get; init; }
}
