namespace Kontor.Contabo.Json;

/// <summary>A word of a set that the provider extends without notice.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IOpenWord<TSelf>
    where TSelf : struct, IOpenWord<TSelf>
{
    /// <summary>Gets the word on the wire.</summary>
    string Value { get; }

    /// <summary>Wraps a word, known or not.</summary>
    static abstract TSelf FromWire(string value);
}
