using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Tests.Storage;

/// <summary>One column for each type the mapping knows.</summary>
[Table("thing")]
internal sealed class ThingRow
{
    [Column("id"), PrimaryKey]
    public OperationId Id { get; init; }

    [Column("state")]
    public ThingState State { get; init; }

    [Column("next_state")]
    public ThingState? NextState { get; init; }

    [Column("due_at")]
    public DateTimeOffset? DueAt { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("ends_on")]
    public DateOnly? EndsOn { get; init; }

    [Column("subject_id")]
    public SubjectId? SubjectId { get; init; }

    [Column("currency")]
    public Currency Currency { get; init; }

    [Column("provider_id")]
    public ProviderInstanceId ProviderId { get; init; }

    [Column("simulated")]
    public bool Simulated { get; init; }
}

internal enum ThingState
{
    Pending,
    NeedsAttention,
    Succeeded,
}
