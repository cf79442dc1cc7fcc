namespace Kontor.ContractTable;

internal sealed record OperationsFile(int Count, IReadOnlyList<OperationFacts> Operations);

internal sealed record OperationFacts(
    string OperationId,
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyList<string> RequiredHeaders,
    int SuccessStatus,
    BodyFacts? Body);

internal sealed record BodyFacts(bool Required, IReadOnlyDictionary<string, FieldFacts> Fields);

internal sealed record FieldFacts
{
    public required string Type { get; init; }

    public bool? Required { get; init; }

    public string? Format { get; init; }

    public bool? Nullable { get; init; }

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public string? Pattern { get; init; }

    public string? Default { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public FieldFacts? Items { get; init; }

    public IReadOnlyDictionary<string, FieldFacts>? Fields { get; init; }
}
