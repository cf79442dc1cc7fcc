using Kontor.Api.Compute;
using Kontor.Api.Purchasing;

namespace Kontor.KillLoop.Selling;

/// <summary>One machine that was sold: what the shop asked for, with which keys, and what it was told.</summary>
internal sealed class Sale(int number, int generation)
{
    /// <summary>Gets the label of its machine: by it the oracle knows whose a purchase is.</summary>
    public string Label { get; } = $"sale {number:0000} generation {generation}";

    public int Number { get; } = number;

    public int Generation { get; } = generation;

    /// <summary>Gets or sets the operation that was acknowledged.</summary>
    public string? OrderId { get; set; }

    /// <summary>Gets or sets the subject that was acknowledged.</summary>
    public string? SubjectId { get; set; }

    /// <summary>Gets or sets whether its end was asked for.</summary>
    public bool TerminateAsked { get; set; }

    /// <summary>Gets or sets the operation that was acknowledged to end it.</summary>
    public string? TerminateId { get; set; }

    /// <summary>Gets or sets whether the next generation was sold.</summary>
    public bool CameBack { get; set; }

    /// <summary>Gets the key with which the order is sent, however often.</summary>
    public string OrderKey => $"order-{Number}/{Generation}";

    /// <summary>Gets the key with which its end is sent, however often.</summary>
    public string TerminateKey => $"terminate-{Number}/{Generation}";

    /// <summary>Gets the order, every time the same.</summary>
    public OrderRequest Order => new()
    {
        Subject = new SubjectRequest { Kind = "service", ExternalId = $"{Number}", Fingerprint = SoldAs },
        Generation = Generation,
        Plan = "V153",
        Region = "EU",
        Image = "d64d5c6c-9dda-4e38-8174-0ee282474d8a",
        TermMonths = 1,
        Label = Label,
    };

    /// <summary>Gets the wish to end it, every time the same.</summary>
    public TerminateRequest Terminate => new() { Generation = Generation, Fingerprint = SoldAs };

    /// <summary>Whether a machine was ordered under this sale's label, whatever marker follows it.</summary>
    public bool Owns(string displayName) => displayName.StartsWith($"{Label} k-", StringComparison.Ordinal);

    private SubjectFingerprint SoldAs => new()
    {
        Client = $"{Number}",
        Order = $"{Number}",
        RegisteredOn = new DateOnly(2026, 11, 1),
        Product = "1",
    };
}
