namespace Kontor.Architecture.Tests.Rooms;

/// <summary>On which floor a room of a building stands. A room uses rooms on lower floors only, so no circle can form.</summary>
/// <param name="Of">The floor of each room.</param>
/// <param name="CalledByAll">
/// The one room that its own floor may use as well: the audit row is written by whoever makes a change, in the same transaction.
/// </param>
internal sealed record Floors(IReadOnlyDictionary<string, int> Of, string? CalledByAll = null)
{
    /// <summary>Gets the plan of the engine. Whatever must run upwards is an event in <c>Common/Events</c>.</summary>
    public static Floors OfEngine { get; } = new(
        Plan(
            ["Common"],
            ["Storage"],
            ["Audit", "Catalog", "Monitoring"],
            ["Tenancy"],
            ["Secrets", "Operations", "Tasks"],
            ["Accounts", "Notifications", "Webhooks", "CloudInit", "Privacy"],
            ["Purchasing", "Inventory", "Firewalls", "Dns", "Domains"],
            ["Images"],
            ["Compute", "ObjectStorage"],
            ["Networking", "Contracts", "Billing", "Recovery"],
            ["Whmcs", "Automation", "Reports"]),
        CalledByAll: "Audit");

    public bool Allow(Edge edge) =>
        Of.TryGetValue(edge.From, out var from) && Of.TryGetValue(edge.To, out var to)
        && (to < from || (to == from && edge.To == CalledByAll));

    private static Dictionary<string, int> Plan(params string[][] floors) => floors
        .SelectMany((rooms, index) => rooms.Select(room => (Room: room, Floor: index + 1)))
        .ToDictionary(entry => entry.Room, entry => entry.Floor);
}
