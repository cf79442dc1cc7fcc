namespace Kontor.Contabo.Instances;

/// <summary>The add-ons ordered together with an instance; each costs extra.</summary>
/// <remarks>Source: CreateInstanceAddons.</remarks>
public sealed record CreateInstanceAddOns
{
    /// <summary>Gets private networking.</summary>
    public AddOnChoice? PrivateNetworking { get; init; }

    /// <summary>Gets a further IPv4 address.</summary>
    public AddOnChoice? AdditionalIps { get; init; }

    /// <summary>Gets the automatic backup.</summary>
    public AddOnChoice? Backup { get; init; }

    /// <summary>Gets more storage.</summary>
    public ExtraStorage? ExtraStorage { get; init; }

    /// <summary>Gets the space for custom images.</summary>
    public AddOnChoice? CustomImage { get; init; }

    /// <summary>Gets add-ons by number, for all others.</summary>
    public IReadOnlyList<AddOnOrder>? AddonsIds { get; init; }
}
