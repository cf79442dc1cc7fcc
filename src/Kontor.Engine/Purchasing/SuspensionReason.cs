using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Purchasing;

/// <summary>For what something is suspended. Each kind is set and lifted by itself, and while one stands the machine stays off.</summary>
public enum SuspensionKind
{
    /// <summary>It is not paid; the billing system sets it and lifts it.</summary>
    Unpaid,

    /// <summary>It was abused; only the people of the installation set it and lift it, so that no payment does.</summary>
    Abuse,

    /// <summary>Whatever else.</summary>
    Other,
}

/// <summary>One kind of reason for which a subject's generation is suspended, or was.</summary>
[Table("suspension_reason")]
public sealed record SuspensionReason
{
    [Column("subject_id"), PrimaryKey(0)]
    public SubjectId SubjectId { get; init; }

    [Column("generation"), PrimaryKey(1)]
    public int Generation { get; init; }

    [Column("kind"), PrimaryKey(2)]
    public SuspensionKind Kind { get; init; }

    /// <summary>Gets whether it stands; false when it was lifted.</summary>
    [Column("stands")]
    public bool Stands { get; init; }

    /// <summary>Gets why, in the words of whoever set it.</summary>
    [Column("reason")]
    public string? Reason { get; init; }

    /// <summary>Gets the operation that set or lifted it last: the same wish again is this one.</summary>
    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    [Column("changed_at")]
    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>How the kinds are said.</summary>
internal static class SuspensionKinds
{
    /// <summary>What a suspension of this kind is for, as part of a sentence.</summary>
    public static string Words(this SuspensionKind kind) => kind switch
    {
        SuspensionKind.Unpaid => "want of payment",
        SuspensionKind.Abuse => "abuse",
        _ => "another reason",
    };
}
