namespace Kontor.Api.Compute;

/// <summary>The same wish for many machines; nothing that costs money or destroys anything.</summary>
public sealed record CreateBulkRequest
{
    /// <summary>Gets what is to be done with each: <c>start</c>, <c>stop</c>, <c>restart</c> or <c>shutdown</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Gets the ids of the machines, 1 to 500, each once.</summary>
    public required IReadOnlyList<string> Instances { get; init; }

    /// <summary>Gets or sets how many are under way at a time, 1 to 20. Default 5.</summary>
    public int Limit { get; set; } = 5;
}
