using System.Text.Json;

namespace Kontor.Contabo;

/// <summary>One row of an audit trail: which call changed what, and who made it.</summary>
public abstract record AuditRow : ContaboResource
{
    /// <summary>Gets the number of the row.</summary>
    public long? Id { get; init; }

    /// <summary>Gets what happened to the resource.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>Gets the moment of the change.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Gets the id of the user who made the change.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Gets the name of the user who made the change.</summary>
    public string? Username { get; init; }

    /// <summary>Gets the <c>x-request-id</c> of the causing call as stored; compare it without regard to case.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the <c>x-trace-id</c> of the causing call.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets the values before and after, in the provider's own form.</summary>
    public JsonElement? Changes { get; init; }
}
