using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kontor.Engine.Common;

namespace Kontor.Server.Common;

/// <summary>Compares a body with the record it is to become, and names the first field that does not fit.</summary>
internal static class JsonShape
{
    /// <summary>The first fault; null when the element can be read as the type.</summary>
    /// <param name="element">What was sent.</param>
    /// <param name="type">What it is to become.</param>
    /// <param name="path">Where it stands; null for the body itself.</param>
    public static Problem? Fault(JsonElement element, JsonTypeInfo type, string? path)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return Fits(element, type) ? null : HttpProblems.FieldWrong(path, Expected(type.Type));
        }

        return element.ValueKind != JsonValueKind.Object ? HttpProblems.FieldWrong(path, "an object")
            : NamesIn(element) is not { } names ? HttpProblems.FieldWrong(path, "an object whose fields have names in whole characters")
            : Unknown(names, type, path) ?? Twice(names, path) ?? Missing(element, type, path) ?? Inner(element, type, path);
    }

    private static Problem? Unknown(List<string> names, JsonTypeInfo type, string? path)
    {
        var known = type.Properties.Select(property => property.Name).ToList();
        return names.Find(name => !known.Contains(name)) is { } unknown
            ? HttpProblems.FieldUnknown(Join(path, PlainText.Shown(unknown)), Nearest.To(unknown, known) is { } nearest ? Join(path, nearest) : null)
            : null;
    }

    private static Problem? Twice(List<string> names, string? path) =>
        names.GroupBy(name => name).FirstOrDefault(alike => alike.Skip(1).Any()) is { } twice
            ? HttpProblems.FieldWrong(Join(path, twice.Key), "there once")
            : null;

    private static Problem? Missing(JsonElement element, JsonTypeInfo type, string? path) =>
        type.Properties.FirstOrDefault(property => property.IsRequired && !element.TryGetProperty(property.Name, out _)) is { } missing
            ? HttpProblems.FieldMissing(Join(path, missing.Name))
            : null;

    private static Problem? Inner(JsonElement element, JsonTypeInfo type, string? path)
    {
        foreach (var property in type.Properties)
        {
            if (element.TryGetProperty(property.Name, out var value) && Fault(value, property, type, Join(path, property.Name)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Problem? Fault(JsonElement value, JsonPropertyInfo property, JsonTypeInfo owner, string path)
    {
        var type = owner.Options.GetTypeInfo(property.PropertyType);
        if (value.ValueKind != JsonValueKind.Null)
        {
            return Fault(value, type, path);
        }

        var takesNull = property.IsSetNullable && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null);
        return takesNull ? null : HttpProblems.FieldWrong(path, Expected(property.PropertyType));
    }

    private static bool Fits(JsonElement element, JsonTypeInfo type)
    {
        if (EnumOf(type.Type) is { } names)
        {
            // The framework would also take a number for a name, and any case of it.
            return TextOf(element) is { } text && NamesOf(names).Contains(text);
        }

        try
        {
            element.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The names of an object's fields; null when one of them has half a character.</summary>
    private static List<string>? NamesIn(JsonElement element)
    {
        var names = element.EnumerateObject().Select(field => OrNull(() => field.Name)).ToList();
        return names.Contains(null) ? null : [.. names.OfType<string>()];
    }

    /// <summary>A text; null for what is none, half a character in it too.</summary>
    private static string? TextOf(JsonElement element) => element.ValueKind == JsonValueKind.String ? OrNull(element.GetString) : null;

    /// <summary>The parser takes half a character for good, and throws when it is read.</summary>
    private static string? OrNull(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => "a text",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) || t == typeof(long) => "a whole number",
        var t when t == typeof(decimal) => "a decimal number in quotes, such as \"4.50\"",
        var t when t == typeof(DateOnly) => "a day such as \"2026-11-01\"",
        var t when t == typeof(IReadOnlyList<string>) => "a list of texts",
        { IsEnum: true } t => $"one of {string.Join(", ", NamesOf(t))}",
        _ => "an object",
    };

    private static Type? EnumOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } one ? one : null;

    /// <summary>The names of an enum on the wire.</summary>
    private static IEnumerable<string> NamesOf(Type type) => Enum.GetValues(type).Cast<object>()
        .Select(value => JsonSerializer.SerializeToElement(value, StrictJson.Options.GetTypeInfo(type)).GetString()!);

    private static string Join(string? path, string name) => path is null ? name : $"{path}.{name}";
}
