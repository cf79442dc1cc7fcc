using System.Text.Json;

namespace Kontor.Cli.Common.Output;

/// <summary>One record, a field a line; fields of a part as <c>contract.paidUntil</c>, lists of parts as tables below.</summary>
internal sealed class Details
{
    private readonly List<string[]> _fields = [];
    private readonly List<(string Name, JsonElement Parts)> _tables = [];

    private Details(JsonElement record) => Collect("", record);

    public static void Write(TextWriter output, JsonElement record, bool colours)
    {
        var details = new Details(record);
        new Grid(output, ["field", "value"], colours).Write(details._fields);
        foreach (var (name, parts) in details._tables)
        {
            output.Write($"\n{name}\n");
            WriteTable(output, [.. parts.EnumerateArray().Select(part => new Details(part)._fields)], colours);
        }
    }

    private static void WriteTable(TextWriter output, List<List<string[]>> parts, bool colours)
    {
        string[] names = [.. parts.SelectMany(part => part.Select(field => field[0])).Distinct()];
        new Grid(output, names, colours).Write(parts.Select(part => names.Select(name => part.Find(field => field[0] == name)?[1] ?? Cell.None).ToArray()));
    }

    private void Collect(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && MoneyIn(value) is null)
        {
            foreach (var property in value.EnumerateObject())
            {
                Collect(name.Length == 0 ? property.Name : $"{name}.{property.Name}", property.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(part => part.ValueKind == JsonValueKind.Object))
        {
            _tables.Add((name, value));
        }
        else
        {
            _fields.Add([name, TextOf(value)]);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Cell.None,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? Cell.None : string.Join(", ", value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object => MoneyIn(value)!,
        _ => value.GetRawText(),
    };

    private static string? MoneyIn(JsonElement value) =>
        value.EnumerateObject().Select(property => property.Name).SequenceEqual(["amount", "currency"])
            ? Cell.Money(value.GetProperty("amount").GetString()!, value.GetProperty("currency").GetString()!)
            : null;
}
