using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>A virtual machine as Contabo describes it. Any field may be missing, during provisioning most are.</summary>
/// <remarks>Source: retrieveInstance, retrieveInstancesList.</remarks>
public sealed record Instance : ContaboResource
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the name Contabo gave it, such as <c>vmd12345</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name its owner gave it: letters, digits, blanks and dashes.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets its state.</summary>
    public InstanceStatus? Status { get; init; }

    /// <summary>Gets what went wrong, in the state <c>error</c>.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets the product it was ordered as.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the name of the product.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the kind of the product.</summary>
    public ProductType? ProductType { get; init; }

    /// <summary>Gets the slug of the region.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the name of the region.</summary>
    public string? RegionName { get; init; }

    /// <summary>Gets the name of the data center.</summary>
    public string? DataCenter { get; init; }

    /// <summary>Gets the UUID of the image it was installed from.</summary>
    public string? ImageId { get; init; }

    /// <summary>Gets the family of its operating system.</summary>
    public string? OsType { get; init; }

    /// <summary>Gets the account that received the password and the SSH keys.</summary>
    public DefaultUser? DefaultUser { get; init; }

    /// <summary>Gets the application installed with it.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Gets its public addresses; empty until they are assigned.</summary>
    [JsonConverter(typeof(LenientObjectConverter<IpConfig>))]
    public IpConfig? IpConfig { get; init; }

    /// <summary>Gets the addresses bought besides.</summary>
    [JsonConverter(typeof(LenientListConverter<AdditionalIp>))]
    public IReadOnlyList<AdditionalIp>? AdditionalIps { get; init; }

    /// <summary>Gets the address of its network card.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Gets its memory in MB.</summary>
    public decimal? RamMb { get; init; }

    /// <summary>Gets the number of its cores.</summary>
    public long? CpuCores { get; init; }

    /// <summary>Gets its disk in MB.</summary>
    public decimal? DiskMb { get; init; }

    /// <summary>Gets the ids of the secrets with its SSH keys.</summary>
    [JsonConverter(typeof(LenientIdListConverter))]
    public IReadOnlyList<long>? SshKeys { get; init; }

    /// <summary>Gets when it was ordered.</summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>Gets the day its contract ends; null when it is not cancelled.</summary>
    public DateOnly? CancelDate { get; init; }

    /// <summary>Gets the number of the host it runs on.</summary>
    [JsonPropertyName("vHostId")]
    public long? VHostId { get; init; }

    /// <summary>Gets the running number of the host it runs on.</summary>
    [JsonPropertyName("vHostNumber")]
    public long? VHostNumber { get; init; }

    /// <summary>Gets the name of the host it runs on.</summary>
    [JsonPropertyName("vHostName")]
    public string? VHostName { get; init; }

    /// <summary>Gets the add-ons bought for it.</summary>
    [JsonConverter(typeof(LenientListConverter<AddOn>))]
    public IReadOnlyList<AddOn>? AddOns { get; init; }
}
