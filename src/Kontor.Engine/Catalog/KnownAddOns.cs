namespace Kontor.Engine.Catalog;

/// <summary>The add-ons that can be bought for a machine that stands: the provider's API takes no others.</summary>
public static class KnownAddOns
{
    /// <summary>A place in private networks.</summary>
    public const string PrivateNetworking = "privateNetworking";

    /// <summary>The provider's automatic backup.</summary>
    public const string Backup = "backup";

    /// <summary>Gets them all.</summary>
    public static IReadOnlyList<string> All { get; } = [PrivateNetworking, Backup];
}
