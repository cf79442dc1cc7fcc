using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Operations;

/// <summary>One line of what happened to an operation, for people.</summary>
[Table("operation_step")]
public sealed record OperationStep
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; init; }

    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    [Column("at")]
    public DateTimeOffset At { get; init; }

    [Column("state")]
    public required string State { get; init; }

    [Column("text")]
    public required string Text { get; init; }
}
