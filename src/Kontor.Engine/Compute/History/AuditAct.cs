using System.Text.Json;
using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.History;

/// <summary>A row of the provider's audit as Kontor understands it.</summary>
/// <param name="Trail">Which of the provider's trails it stands in.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Machine">The machine it is about.</param>
/// <param name="At">When it was done.</param>
/// <param name="Who">The provider's name of whoever did it.</param>
/// <param name="RequestId">The <c>x-request-id</c> of the call in lower case; null when it had none, as an act in the panel.</param>
/// <param name="Kind">What was done: one of <see cref="TimelineKind"/>.</param>
internal sealed record AuditAct(
    string Trail, long Number, ProviderInstanceId Machine, DateTimeOffset At, string? Who, string? RequestId, string Kind)
{
    private const int LongestValue = 500;

    public string? Before { get; private init; }

    public string? After { get; private init; }

    /// <summary>Gets what the time line calls the row.</summary>
    public string Id => $"{Trail}/{Number}";

    /// <summary>Reads a row; null when it lacks what makes it one.</summary>
    public static AuditAct? Of(string trail, AuditRow row, long? machine)
    {
        if (row is not { Id: { } number, Timestamp: { } at } || machine is not { } instance)
        {
            return null;
        }

        var who = new[] { row.Username, row.ChangedBy }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
        var request = string.IsNullOrWhiteSpace(row.RequestId) ? null : row.RequestId.ToLowerInvariant();
        var (kind, field) = AuditWords.KindOf(trail, row);
        return new AuditAct(trail, number, new ProviderInstanceId(instance), at, Cut(who), request, kind)
        {
            Before = field is null ? null : Value(row.Changes, "prev", field),
            After = field is null ? null : Value(row.Changes, "new", field),
        };
    }

    private static string? Value(JsonElement? changes, string side, string field) =>
        AuditWords.Find(changes, side, field) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value ? Cut(value.ToString()) : null;

    private static string? Cut(string? text) => text?.Length > LongestValue ? text[..LongestValue] : text;
}
