using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>One machine of a wish for many, and what came of it.</summary>
[Table("bulk_item")]
public sealed record BulkItem
{
    /// <summary>It has not begun.</summary>
    public const string Waiting = "waiting";

    /// <summary>Its operation is under way.</summary>
    public const string Running = "running";

    /// <summary>Its operation succeeded.</summary>
    public const string Succeeded = "succeeded";

    /// <summary>It was refused, or its operation failed.</summary>
    public const string Failed = "failed";

    /// <summary>It had not begun when the whole was stopped.</summary>
    public const string Stopped = "stopped";

    [Column("bulk_id"), PrimaryKey(0)]
    public required string BulkId { get; init; }

    /// <summary>Gets its place in the list, from 0.</summary>
    [Column("number"), PrimaryKey(1)]
    public int Number { get; init; }

    /// <summary>Gets the machine's id as it was given.</summary>
    [Column("instance")]
    public required string Instance { get; init; }

    /// <summary>Gets which try it is, from 1.</summary>
    [Column("round")]
    public int Round { get; init; }

    [Column("state")]
    public required string State { get; init; }

    [Column("operation_id")]
    public OperationId? OperationId { get; init; }

    [Column("problem_code")]
    public string? ProblemCode { get; init; }

    [Column("problem_detail")]
    public string? ProblemDetail { get; init; }
}
