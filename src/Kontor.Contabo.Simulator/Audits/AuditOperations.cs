using System.Globalization;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Audits;

/// <summary>The audit lists: one rule for all of them, only the resource keys differ.</summary>
internal static class AuditOperations
{
    private static readonly Dictionary<string, Func<AuditRow, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["id"] = row => row.Id,
        ["timestamp"] = row => row.Timestamp,
        ["action"] = row => row.Action,
        ["username"] = row => row.Username,
    };

    public static Func<OperationCall, CloudResponse> List(AuditKind kind, params string[] resourceKeys) => call =>
    {
        var rows = Ordering.Apply(call.Query, Filtered(call, kind, resourceKeys), Sortable);
        return Listing.Page(call, rows, row => Show(row, call));
    };

    private static IReadOnlyList<AuditRow> Filtered(OperationCall call, AuditKind kind, string[] resourceKeys)
    {
        var query = call.Query;
        var rows = Candidates(call, kind, resourceKeys);
        var changedBy = query.Get("changedBy");
        var (from, to) = (Day(query.Get("startDate")), Day(query.Get("endDate")));
        var wanted = resourceKeys.Where(key => query.Get(key) is not null).ToList();
        if (changedBy is null && from is null && to is null && (wanted.Count == 0 || query.Get("requestId") is null))
        {
            return rows;
        }

        return [.. rows.Where(row => (changedBy is null || row.ChangedBy == changedBy)
            && !(DateOnly.FromDateTime(row.Timestamp.UtcDateTime) < from)
            && !(DateOnly.FromDateTime(row.Timestamp.UtcDateTime) > to)
            && wanted.All(key => row.Key(key) == query.Get(key)))];
    }

    private static IReadOnlyList<AuditRow> Candidates(OperationCall call, AuditKind kind, string[] resourceKeys)
    {
        var (audits, account) = (call.World.Audits, call.Account.ClientId);
        if (call.Query.Get("requestId") is { } requestId)
        {
            return audits.ByRequest(account, kind, requestId);
        }

        var keys = resourceKeys.Where(key => call.Query.Get(key) is not null).ToList();
        return keys.Count switch
        {
            0 => audits.Of(account, kind),
            1 => audits.ByResource(account, kind, keys[0], call.Query.Get(keys[0])!),
            _ => [.. audits.ByResource(account, kind, keys[0], call.Query.Get(keys[0])!)
                .Where(row => keys.All(key => row.Key(key) == call.Query.Get(key)))],
        };
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static Dictionary<string, object> Show(AuditRow row, OperationCall call)
    {
        var shown = new Dictionary<string, object>
        {
            ["id"] = row.Id,
            ["action"] = row.Action,
            ["timestamp"] = row.Timestamp,
            ["tenantId"] = call.Account.TenantId,
            ["customerId"] = call.Account.CustomerId,
            ["changedBy"] = row.ChangedBy,
            ["username"] = row.Username,
            ["requestId"] = row.RequestId,
            ["traceId"] = row.TraceId,
            ["changes"] = row.Changes,
        };
        foreach (var (field, value) in row.Resource)
        {
            shown[field] = value;
        }

        return shown;
    }
}
