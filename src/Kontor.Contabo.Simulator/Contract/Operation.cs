namespace Kontor.Contabo.Simulator.Contract;

/// <summary>One operation of the table: facts about the real API, written by eng/Kontor.ContractTable.</summary>
internal sealed record Operation(
    string OperationId,
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyList<string> RequiredHeaders,
    int SuccessStatus,
    BodyRule? Body)
{
    public bool IsRead => Method == "GET";

    public bool IsPagedList => IsRead && Query.ContainsKey("page");
}

internal sealed record BodyRule(bool Required, Dictionary<string, FieldRule> Fields);

internal sealed record FieldRule
{
    public required string Type { get; init; }

    public bool Required { get; init; }

    public bool Nullable { get; init; }

    public string? Format { get; init; }

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public string? Pattern { get; init; }

    /// <summary>The text of a refusal by <see cref="Pattern"/>, where one is known.</summary>
    public string? PatternMessage { get; init; }

    public string? Default { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public FieldRule? Items { get; init; }

    public Dictionary<string, FieldRule>? Fields { get; init; }
}
