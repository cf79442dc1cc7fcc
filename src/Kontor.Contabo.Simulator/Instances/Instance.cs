using Kontor.Contabo.Simulator.Billing;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>An instance as the simulator knows it: what the API shows, and the contract that the API hides.</summary>
public sealed record Instance
{
    /// <summary>Nine digits, growing.</summary>
    public required long InstanceId { get; init; }

    /// <summary>Client id of the owner.</summary>
    public required string Account { get; init; }

    /// <summary>The display name it was ordered with; decisions by seed are keyed by it.</summary>
    public required string OrderedName { get; init; }

    /// <summary>The display name now.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Product id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Region slug.</summary>
    public required string Region { get; init; }

    /// <summary>Image id.</summary>
    public required Guid ImageId { get; init; }

    /// <summary>Term in months.</summary>
    public required int Period { get; init; }

    /// <summary>The user created on it.</summary>
    public required string DefaultUser { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Status word of the API.</summary>
    public required string Status { get; init; }

    /// <summary>When the status moves on by itself; null when it does not.</summary>
    public DateTimeOffset? NextStepAt { get; init; }

    /// <summary>What is under way and done at the next step; null: nothing, or an installation.</summary>
    public InstanceTask? Task { get; init; }

    /// <summary>True when the next step of its life is an error instead.</summary>
    public bool WillFail { get; init; }

    /// <summary>Reason of an error.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether addresses are assigned; Assumed to happen when installing begins.</summary>
    public bool HasAddress { get; init; }

    /// <summary>True while the provider has suspended it, which the API shows by the list's filter only.</summary>
    public bool Suspended { get; init; }

    /// <summary>How often it was installed anew after the order; each time the disk was wiped.</summary>
    public int Installations { get; init; }

    /// <summary>How often it was booted by a task, not counting installations.</summary>
    public int Boots { get; init; }

    /// <summary>The snapshot its disk was last put back to; null: none since it was installed.</summary>
    public string? RolledBackTo { get; init; }

    /// <summary>Id of the secret with its password.</summary>
    public long? RootPassword { get; init; }

    /// <summary>Ids of its SSH key secrets.</summary>
    public IReadOnlyList<long> SshKeys { get; init; } = [];

    /// <summary>Add-ons ordered with it or bought later.</summary>
    public IReadOnlyList<OrderedAddOn> AddOns { get; init; } = [];

    /// <summary>Whether more storage was ordered with it.</summary>
    public bool HasExtraStorage { get; init; }

    /// <summary>A move to another region that is asked for and not done.</summary>
    public RegionChange? RegionChange { get; init; }

    /// <summary>Number its addresses follow from since a move; null: its id.</summary>
    public long? MovedAddress { get; init; }

    /// <summary>One-click application.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>The contract; null when none came about.</summary>
    public TermContract? Contract { get; init; }

    /// <summary>Currency of its charges.</summary>
    public string Currency { get; init; } = "EUR";

    internal long AddressKey => MovedAddress ?? InstanceId;

    internal DateTimeOffset? NextEventAt =>
        (NextStepAt, Contract?.NextEventAt) switch
        {
            ({ } step, { } contract) => step < contract ? step : contract,
            var (step, contract) => step ?? contract,
        };
}

/// <summary>An add-on of an order and its price at that time.</summary>
public sealed record OrderedAddOn(long Id, int Quantity, decimal MonthlyEur);
