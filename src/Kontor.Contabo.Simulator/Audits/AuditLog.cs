namespace Kontor.Contabo.Simulator.Audits;

/// <summary>The rows that can be seen, oldest first, found by request id or resource without a scan.</summary>
internal sealed class AuditLog
{
    private readonly Dictionary<(string Account, AuditKind Kind), List<AuditRow>> _rows = [];
    private readonly Dictionary<(string Account, AuditKind Kind, string RequestId), List<AuditRow>> _byRequest = [];
    private readonly Dictionary<(string Account, AuditKind Kind, string Resource), List<AuditRow>> _byResource = [];

    public IEnumerable<AuditRow> Everything => _rows.Values.SelectMany(rows => rows);

    public void Show(AuditRow row)
    {
        Add(_rows, (row.Account, row.Kind), row);
        Add(_byRequest, (row.Account, row.Kind, row.RequestId.ToUpperInvariant()), row);
        foreach (var (field, value) in row.Resource)
        {
            Add(_byResource, (row.Account, row.Kind, $"{field}={value}"), row);
        }
    }

    public IReadOnlyList<AuditRow> Of(string account, AuditKind kind) => _rows.GetValueOrDefault((account, kind)) ?? [];

    public IReadOnlyList<AuditRow> ByRequest(string account, AuditKind kind, string requestId) =>
        _byRequest.GetValueOrDefault((account, kind, requestId.ToUpperInvariant())) ?? [];

    public IReadOnlyList<AuditRow> ByResource(string account, AuditKind kind, string field, string value) =>
        _byResource.GetValueOrDefault((account, kind, $"{field}={value}")) ?? [];

    private static void Add<TKey>(Dictionary<TKey, List<AuditRow>> index, TKey key, AuditRow row)
        where TKey : notnull =>
        (index.TryGetValue(key, out var rows) ? rows : index[key] = []).Add(row);
}
