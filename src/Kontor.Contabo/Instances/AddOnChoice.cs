namespace Kontor.Contabo.Instances;

/// <summary>An add-on that is either ordered or not. On the wire it is an empty object, as an empty list is refused.</summary>
public sealed record AddOnChoice
{
    /// <summary>Gets the value that orders it.</summary>
    public static AddOnChoice Ordered { get; } = new();
}
