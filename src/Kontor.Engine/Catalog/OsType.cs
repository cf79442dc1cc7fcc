namespace Kontor.Engine.Catalog;

/// <summary>The family of an image's operating system, in the provider's words.</summary>
public enum OsType
{
    Linux,
    Windows,
}
