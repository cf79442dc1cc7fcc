using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Inventory;

/// <summary>The mirror of one instance: what the provider last said about it. Pages read this, never the provider.</summary>
[Table("instance")]
public sealed record InstanceRow
{
    [Column("resource_id"), PrimaryKey]
    public ResourceId ResourceId { get; init; }

    /// <summary>Gets the provider's status word, kept as it came.</summary>
    [Column("status")]
    public string? Status { get; init; }

    [Column("display_name")]
    public string? DisplayName { get; init; }

    [Column("product_id")]
    public string? ProductId { get; init; }

    [Column("region")]
    public string? Region { get; init; }

    [Column("data_center")]
    public string? DataCenter { get; init; }

    [Column("image_id")]
    public string? ImageId { get; init; }

    [Column("ip_v4")]
    public string? IpV4 { get; init; }

    [Column("ip_v6")]
    public string? IpV6 { get; init; }

    /// <summary>Gets all IPv4 addresses as <see cref="Addresses"/> writes them; null when the provider never said any.</summary>
    [Column("addresses_v4")]
    public string? AddressesV4 { get; init; }

    /// <summary>Gets all IPv6 addresses as <see cref="Addresses"/> writes them; null when the provider never said any.</summary>
    [Column("addresses_v6")]
    public string? AddressesV6 { get; init; }

    [Column("default_user")]
    public string? DefaultUser { get; init; }

    [Column("cancel_date")]
    public DateOnly? CancelDate { get; init; }

    [Column("error_message")]
    public string? ErrorMessage { get; init; }

    /// <summary>Gets the family of its installed system, in the provider's word.</summary>
    [Column("os_type")]
    public string? OsType { get; init; }

    /// <summary>Gets since when the rescue system runs in place of its own, as far as we saw; null when it does not.</summary>
    [Column("rescue_since")]
    public DateTimeOffset? RescueSince { get; init; }

    [Column("seen_at")]
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Gets the digest of what was said, for the sighting.</summary>
    [NotColumn]
    public long Digest { get; init; }

    /// <summary>What the provider says now, as a row.</summary>
    public static InstanceRow Of(ResourceId resource, Instance seen, DateTimeOffset at) => new()
    {
        ResourceId = resource,
        Status = seen.Status?.Value,
        DisplayName = seen.DisplayName,
        ProductId = seen.ProductId,
        Region = seen.Region,
        DataCenter = seen.DataCenter,
        ImageId = seen.ImageId,
        IpV4 = seen.IpConfig?.V4 is [var v4, ..] ? v4.Ip : null,
        IpV6 = seen.IpConfig?.V6 is [var v6, ..] ? v6.Ip : null,
        AddressesV4 = Addresses.V4Of(seen),
        AddressesV6 = Addresses.V6Of(seen),
        DefaultUser = seen.DefaultUser?.Value,
        CancelDate = seen.CancelDate,
        ErrorMessage = seen.ErrorMessage,
        OsType = seen.OsType,
        SeenAt = at,
        Digest = InstanceDigest.Of(seen),
    };

    /// <summary>
    /// What is known now: an answer that says nothing about addresses does not take any away, and since when it is in rescue
    /// the provider does not say.
    /// </summary>
    public InstanceRow After(InstanceRow before) => this with
    {
        RescueSince = Status == InstanceStatus.Rescue.Value ? before.RescueSince ?? SeenAt : null,
        AddressesV4 = AddressesV4 ?? before.AddressesV4,
        AddressesV6 = AddressesV6 ?? before.AddressesV6,
    };

    /// <summary>Whether anything but the time of looking differs.</summary>
    public bool DiffersFrom(InstanceRow other) => After(other) with { SeenAt = other.SeenAt, Digest = other.Digest } != other;
}
