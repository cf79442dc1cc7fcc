namespace Kontor.Contabo.Instances;

/// <summary>The answer to an upgrade. The proof of it are the add-ons of the instance itself.</summary>
/// <remarks>Source: upgradeInstance.</remarks>
public sealed record UpgradedInstance : ContaboResource
{
    /// <summary>Gets the number of the instance; always the one the add-ons were bought for.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets when the instance was ordered.</summary>
    public DateTimeOffset? CreatedDate { get; init; }
}
