using Kontor.Api.Compute;
using Kontor.Api.Purchasing;

namespace Kontor.Server.Demo.Fleet;

/// <summary>One of many orders, and how far it came.</summary>
/// <param name="number">Its number; label and key come from it, so that the same seed orders the same again.</param>
/// <param name="plan">What is ordered.</param>
internal sealed class FleetOrder(int number, string plan)
{
    /// <summary>Gets what tells it from the others, in Kontor and in the purchase log.</summary>
    public string Label { get; } = $"order {number:D4}";

    public string Key { get; } = $"fleet-{number}";

    /// <summary>Gets or sets the answer to the order.</summary>
    public OrderResponse? Accepted { get; set; }

    /// <summary>Gets or sets the operation that terminates it.</summary>
    public string? TerminateId { get; set; }

    /// <summary>Gets or sets the state in which its purchase ended.</summary>
    public string? Ended { get; set; }

    /// <summary>Gets or sets whether its operations are over.</summary>
    public bool Settled { get; set; }

    /// <summary>Gets or sets whether the provider sold out after it had taken the order: no contract came about.</summary>
    public bool SoldOut { get; set; }

    /// <summary>Gets or sets how often it was sent.</summary>
    public int Sent { get; set; }

    private SubjectFingerprint Fingerprint => new()
    {
        Client = $"{number}",
        Order = $"{number}",
        RegisteredOn = new DateOnly(2026, 11, 1),
        Product = "demo",
    };

    public OrderRequest ToRequest() => new()
    {
        Subject = new SubjectRequest { Kind = "service", ExternalId = $"{number}", Fingerprint = Fingerprint },
        Plan = plan,
        Region = DemoOrder.Region,
        Image = DemoOrder.Image,
        TermMonths = 1,
        Label = Label,
    };

    public TerminateRequest ToTerminate() => new() { Generation = 1, Fingerprint = Fingerprint };
}
