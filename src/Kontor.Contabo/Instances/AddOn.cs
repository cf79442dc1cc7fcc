namespace Kontor.Contabo.Instances;

/// <summary>An add-on of an instance.</summary>
/// <remarks>Source: AddOnResponse; 1477 is private networking, 1501 the firewall.</remarks>
public sealed record AddOn : ContaboObject
{
    /// <summary>Gets the number of the add-on in Contabo's product list.</summary>
    public long? Id { get; init; }

    /// <summary>Gets how many were bought.</summary>
    public long? Quantity { get; init; }
}
