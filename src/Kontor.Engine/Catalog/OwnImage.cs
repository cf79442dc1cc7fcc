namespace Kontor.Engine.Catalog;

/// <summary>An image that the catalogue does not have, and that one client's machines can be installed from.</summary>
/// <param name="Id">The provider's image id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OsType">The family of its system.</param>
/// <param name="SizeMib">The disk it needs, in MiB; null when nobody knows, and then size is not judged.</param>
public sealed record OwnImage(string Id, string Name, OsType OsType, long? SizeMib);
