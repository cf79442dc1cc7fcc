using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Engine.Secrets;

/// <summary>A secret in clear, on its short way between its maker and its seal or its reader. It shows itself to nobody else.</summary>
/// <remarks>Not a record and without a property, so that neither a log line nor an answer shows it by accident.</remarks>
[DebuggerDisplay("(secret)")]
[JsonConverter(typeof(Refusal))]
public sealed class SecretText
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    public SecretText(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The secret itself: for whoever may read it, and for nothing that is kept.</summary>
    public string Reveal() => _value;

    public override string ToString() => "(secret)";

    private sealed class Refusal : JsonConverter<SecretText>
    {
        public override SecretText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is not read from JSON as a whole: read its text, and wrap that.");

        public override void Write(Utf8JsonWriter writer, SecretText value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is not written to JSON.");
    }
}
