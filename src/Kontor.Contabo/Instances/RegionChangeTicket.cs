namespace Kontor.Contabo.Instances;

/// <summary>The answer to a wish to move: a ticket for Contabo's staff. That it is done shows in the region of the instance only.</summary>
/// <remarks>Source: requestRegionChange.</remarks>
public sealed record RegionChangeTicket : ContaboResource
{
    /// <summary>Gets the number of the support ticket; never null in an answer this client hands out.</summary>
    public long? TicketNumber { get; init; }
}
