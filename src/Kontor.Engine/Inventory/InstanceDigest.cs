using Kontor.Contabo.Instances;

namespace Kontor.Engine.Inventory;

/// <summary>A number over everything the mirror keeps of a machine: the same number means that nothing changed.</summary>
/// <remarks>
/// FNV-1a, 64 bits, over UTF-16 and field by field; the same on every machine and in every version of .NET, because it is stored.
/// A change in this class only makes the next sweep compare each machine once.
/// </remarks>
public static class InstanceDigest
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The digest of what the provider says; never <see cref="Sighting.LookAgain"/>.</summary>
    public static long Of(Instance seen)
    {
        var hash = Add(Basis, seen.Status?.Value);
        hash = Add(hash, seen.DisplayName);
        hash = Add(hash, seen.ProductId);
        hash = Add(hash, seen.Region);
        hash = Add(hash, seen.DataCenter);
        hash = Add(hash, seen.ImageId);
        hash = Add(hash, seen.DefaultUser?.Value);
        hash = Add(hash, seen.ErrorMessage);
        hash = Add(hash, seen.OsType);
        hash = Add(hash, seen.CancelDate?.DayNumber ?? 0);
        hash = Add(hash, seen.IpConfig?.V4);
        hash = Add(hash, seen.IpConfig?.V6);
        foreach (var more in seen.AdditionalIps ?? [])
        {
            hash = Add(hash, more.V4);
        }

        return hash == Sighting.LookAgain ? 1 : unchecked((long)hash);
    }

    private static ulong Add(ulong hash, IReadOnlyList<IpAddress>? addresses)
    {
        hash = Add(hash, addresses?.Count ?? -1);
        for (var index = 0; index < addresses?.Count; index++)
        {
            hash = Add(hash, addresses[index].Ip);
        }

        return hash;
    }

    /// <summary>The length goes in too, so that no text runs into the next.</summary>
    private static ulong Add(ulong hash, string? text)
    {
        hash = Add(hash, text?.Length ?? -1);
        foreach (var letter in text.AsSpan())
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return hash;
    }

    private static ulong Add(ulong hash, int number) => unchecked((hash ^ (uint)number) * Prime);
}
