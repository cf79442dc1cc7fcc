namespace Kontor.Contabo.Instances;

/// <summary>An address with what is needed to configure it.</summary>
public sealed record IpAddress : ContaboObject
{
    /// <summary>Gets the address.</summary>
    public string? Ip { get; init; }

    /// <summary>Gets the length of the network prefix.</summary>
    public long? NetmaskCidr { get; init; }

    /// <summary>Gets the address of the gateway.</summary>
    public string? Gateway { get; init; }
}
