namespace Kontor.Contabo.Instances;

/// <summary>An add-on ordered by its number.</summary>
/// <remarks>Source: AddOnRequest.</remarks>
public sealed record AddOnOrder
{
    /// <summary>Gets the number of the add-on in Contabo's product list.</summary>
    public required long Id { get; init; }

    /// <summary>Gets how many, at least 1.</summary>
    public required int Quantity { get; init; }
}
