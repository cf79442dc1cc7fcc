using System.Globalization;

namespace Kontor.Contabo.Tags;

/// <summary>What a tag is put on.</summary>
/// <param name="Type">The kind of resource.</param>
/// <param name="Id">Its id as text: digits for an instance, a UUID for the others.</param>
public sealed record TaggedResource(TagResourceType Type, string Id)
{
    /// <summary>Names an instance.</summary>
    public static TaggedResource Instance(long instanceId) =>
        new(TagResourceType.Instance, instanceId.ToString(CultureInfo.InvariantCulture));
}
