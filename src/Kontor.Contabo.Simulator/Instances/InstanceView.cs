using System.Globalization;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>The full object of list and get. Source: schema InstanceResponse.</summary>
internal sealed record InstanceView(
    string TenantId,
    string CustomerId,
    IReadOnlyList<object> AdditionalIps,
    string Name,
    string DisplayName,
    long InstanceId,
    string DataCenter,
    string Region,
    string RegionName,
    string ProductId,
    Guid ImageId,
    IpConfig? IpConfig,
    string MacAddress,
    decimal RamMb,
    int CpuCores,
    string OsType,
    decimal DiskMb,
    IReadOnlyList<long> SshKeys,
    DateTimeOffset CreatedDate,
    string? CancelDate,
    string Status,
    long VHostId,
    long VHostNumber,
    string VHostName,
    IReadOnlyList<AddOnView> AddOns,
    string? ErrorMessage,
    string ProductType,
    string ProductName,
    string DefaultUser,
    string? ApplicationId)
{
    public static InstanceView Of(World world, Instance instance)
    {
        var account = world.Account(instance.Account);
        var product = world.Catalogue.Products[instance.ProductId];
        var center = world.Catalogue.DataCenterOf(instance.Region);
        var host = 1000 + (instance.InstanceId % 500);
        return new InstanceView(
            account.TenantId, account.CustomerId, [], NameOf(instance.InstanceId), instance.DisplayName, instance.InstanceId,
            center.Name, instance.Region, center.RegionName, instance.ProductId, instance.ImageId,
            instance.HasAddress ? Simulator.Instances.IpConfig.Of(instance.AddressKey) : null, MacOf(instance.InstanceId),
            product.RamGb * 1024m, product.CpuCores, world.ImageOf(instance).OsType, product.DiskGb * 1024m,
            instance.SshKeys, instance.CreatedAt, DateText(instance.Contract?.CancelDate), instance.Status,
            host + 70_000, host, $"m{host}", [.. instance.AddOns.Select(addOn => new AddOnView(addOn.Id, addOn.Quantity))],
            instance.ErrorMessage, product.ProductType, product.Name, instance.DefaultUser, instance.ApplicationId);
    }

    public static string NameOf(long instanceId) => $"vmi{instanceId}";

    public static string? DateText(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MacOf(long id) =>
        string.Create(CultureInfo.InvariantCulture, $"00:50:56:{(id >> 16) & 0xFF:X2}:{(id >> 8) & 0xFF:X2}:{id & 0xFF:X2}");
}

internal sealed record AddOnView(long Id, int Quantity);

internal sealed record IpConfig(IpAddress V4, IpAddress V6)
{
    // The range for benchmarks (RFC 2544) and the one for documentation (RFC 3849): never a stranger's machine.
    public static IpConfig Of(long id) => new(
        new IpAddress($"198.{18 + ((id >> 16) & 1)}.{(id >> 8) & 0xFF}.{id & 0xFF}", 18, "198.18.0.1"),
        new IpAddress(string.Create(CultureInfo.InvariantCulture, $"2001:db8:{(id >> 16) & 0xFFFF:x}:{id & 0xFFFF:x}::1"), 64, "fe80::1"));
}

internal sealed record IpAddress(string Ip, int NetmaskCidr, string Gateway);
