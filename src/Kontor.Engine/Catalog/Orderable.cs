namespace Kontor.Engine.Catalog;

/// <summary>Whether the provider's API takes an order for a plan or a term.</summary>
public enum Orderable
{
    /// <summary>Nobody has seen it either way, so nothing is ordered: unknown is not yes.</summary>
    Unknown,

    /// <summary>The API is documented, or was seen, to take it.</summary>
    Yes,

    /// <summary>The API refuses it.</summary>
    No,
}
