namespace Kontor.Contabo.Simulator.Instances;

/// <summary>A move that was asked for: a ticket which the provider's staff work off.</summary>
public sealed record RegionChange(long TicketNumber, string Region, string Method);
