using System.Text.Json.Serialization;

namespace Kontor.Bench.Calls;

/// <summary>An instance as somebody would write it who trusts the description: every field, nothing lenient.</summary>
internal sealed record RawInstance(
    string TenantId,
    string CustomerId,
    long InstanceId,
    string Name,
    string DisplayName,
    string Status,
    string? ErrorMessage,
    string ProductId,
    string ProductName,
    string ProductType,
    string Region,
    string RegionName,
    string DataCenter,
    string ImageId,
    string OsType,
    string DefaultUser,
    string MacAddress,
    decimal RamMb,
    int CpuCores,
    decimal DiskMb,
    IReadOnlyList<long> SshKeys,
    DateTimeOffset CreatedDate,
    string? CancelDate,
    long VHostId,
    int VHostNumber,
    string VHostName,
    RawIpConfig? IpConfig,
    IReadOnlyList<RawAddOn> AddOns);

internal sealed record RawIpConfig(RawIp V4, RawIp V6);

internal sealed record RawIp(string Ip, int NetmaskCidr, string Gateway);

internal sealed record RawAddOn(int Id, int Quantity);

internal sealed record RawEnvelope(IReadOnlyList<RawInstance> Data);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RawEnvelope))]
internal sealed partial class RawJsonContext : JsonSerializerContext;
