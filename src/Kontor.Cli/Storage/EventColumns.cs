using System.Text.Json;
using Kontor.Api.Storage;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Storage;

/// <summary>An event in a row.</summary>
internal static class EventColumns
{
    public static IReadOnlyList<Column<EventResponse>> All { get; } =
    [
        new("sequence", happened => Cell.Number(happened.Sequence)),
        new("at", happened => Cell.Instant(happened.At)),
        new("type", happened => happened.Type),
        new("subject", happened => happened.SubjectId),
        new("data", happened => Facts(happened.Data)),
    ];

    private static string? Facts(JsonElement data) => data.ValueKind == JsonValueKind.Object
        ? string.Join(' ', data.EnumerateObject().Where(fact => fact.Value.ValueKind != JsonValueKind.Null).Select(fact => $"{fact.Name}={fact.Value}"))
        : null;
}
