using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>What is about to be sent, committed before a byte of it leaves.</summary>
[Table("intent")]
public sealed record Intent
{
    /// <summary>The action that buys a machine.</summary>
    public const string Create = "create";

    /// <summary>The action that buys something for a machine that stands.</summary>
    public const string AddOn = "upgrade";

    /// <summary>The action that ends a contract.</summary>
    public const string Cancel = "cancel";

    [Column("operation_id"), PrimaryKey(0)]
    public OperationId OperationId { get; init; }

    [Column("attempt"), PrimaryKey(1)]
    public int Attempt { get; init; }

    /// <summary>Gets what it does: <see cref="Create"/>, <see cref="AddOn"/>, <see cref="Cancel"/>, or the provider's word for another change.</summary>
    [Column("action")]
    public required string Action { get; init; }

    [Column("account")]
    public AccountId Account { get; init; }

    /// <summary>Gets the run of the process that sends it; no other may.</summary>
    [Column("owner")]
    public required string Owner { get; init; }

    /// <summary>Gets the <c>x-request-id</c>, by which the provider's audit names the call.</summary>
    [Column("request_id")]
    public required string RequestId { get; init; }

    [Column("marker")]
    public string? Marker { get; init; }

    /// <summary>Gets the instance it is aimed at, from our own row.</summary>
    [Column("target")]
    public ProviderInstanceId? Target { get; init; }

    /// <summary>Gets the exact bytes of the body.</summary>
    [Column("body")]
    public required byte[] Body { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when its owner will have stopped waiting for the answer.</summary>
    [Column("deadline_at")]
    public DateTimeOffset DeadlineAt { get; init; }

    /// <summary>Gets what came of it, by name: one of <see cref="IntentOutcome"/>.</summary>
    [Column("outcome")]
    public required string Outcome { get; init; }

    [Column("outcome_detail")]
    public string? OutcomeDetail { get; init; }

    [Column("outcome_at")]
    public DateTimeOffset? OutcomeAt { get; init; }
}
