using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kontor.Contabo.Simulator.Contract;

/// <summary>Checks a body against the table. Texts follow the validation library that the provider's known messages come from.</summary>
internal static class BodyValidator
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<string> Check(BodyRule rule, JsonElement body, bool refuseUnknown)
    {
        var messages = new List<string>();
        CheckObject("", rule.Fields, body, refuseUnknown, messages);
        return messages;
    }

    private static void CheckObject(
        string prefix, Dictionary<string, FieldRule> fields, JsonElement body, bool refuseUnknown, List<string> messages)
    {
        if (refuseUnknown)
        {
            messages.AddRange(body.EnumerateObject().Where(property => !fields.ContainsKey(property.Name))
                .Select(property => $"property {prefix}{property.Name} should not exist"));
        }

        foreach (var (name, rule) in fields)
        {
            var present = body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
            if (present || rule.Required)
            {
                CheckField(prefix + name, rule, value, refuseUnknown, messages);
            }
        }
    }

    private static void CheckField(string name, FieldRule rule, JsonElement value, bool refuseUnknown, List<string> messages)
    {
        switch (rule.Type)
        {
            case "string":
                CheckText(name, rule, value, messages);
                break;
            case "integer" or "number":
                CheckNumber(name, rule, value, messages);
                break;
            case "boolean":
                Demand(value.ValueKind is JsonValueKind.True or JsonValueKind.False, $"{name} must be a boolean value", messages);
                break;
            case "array":
                CheckArray(name, rule, value, refuseUnknown, messages);
                break;
            default:
                if (Demand(value.ValueKind == JsonValueKind.Object, $"{name} must be an object", messages) && rule.Fields is { } fields)
                {
                    CheckObject(name + ".", fields, value, refuseUnknown, messages);
                }

                break;
        }
    }

    private static void CheckText(string name, FieldRule rule, JsonElement value, List<string> messages)
    {
        if (!Demand(value.ValueKind == JsonValueKind.String, $"{name} must be a string", messages))
        {
            return;
        }

        var text = value.GetString()!;
        Demand(!(text.Length < rule.MinLength), $"{name} must be longer than or equal to {rule.MinLength} characters", messages);
        Demand(!(text.Length > rule.MaxLength), $"{name} must be shorter than or equal to {rule.MaxLength} characters", messages);
        Demand(
            rule.Enum is null || rule.Enum.Contains(text),
            $"{name} must be one of the following values: {string.Join(", ", rule.Enum ?? [])}", messages);
        Demand(
            rule.Pattern is null || Regex.IsMatch(text, rule.Pattern, RegexOptions.CultureInvariant, PatternTime),
            rule.PatternMessage ?? $"{name} must match /{rule.Pattern}/ regular expression", messages);
    }

    private static void CheckNumber(string name, FieldRule rule, JsonElement value, List<string> messages)
    {
        var isNumber = value.ValueKind == JsonValueKind.Number;
        if (rule.Type == "integer")
        {
            if (!Demand(isNumber && value.TryGetInt64(out _), $"{name} must be an integer number", messages))
            {
                return;
            }
        }
        else if (!Demand(isNumber, $"{name} must be a number conforming to the specified constraints", messages))
        {
            return;
        }

        Demand(!(value.GetDecimal() < rule.Minimum), $"{name} must not be less than {rule.Minimum}", messages);
        Demand(!(value.GetDecimal() > rule.Maximum), $"{name} must not be greater than {rule.Maximum}", messages);
    }

    private static void CheckArray(string name, FieldRule rule, JsonElement value, bool refuseUnknown, List<string> messages)
    {
        if (!Demand(value.ValueKind == JsonValueKind.Array, $"{name} must be an array", messages) || rule.Items is null)
        {
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            CheckField($"{name}.{index++}", rule.Items, item, refuseUnknown, messages);
        }
    }

    private static bool Demand(bool holds, string message, List<string> messages)
    {
        if (!holds)
        {
            messages.Add(message);
        }

        return holds;
    }
}
