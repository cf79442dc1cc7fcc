namespace Kontor.Contabo;

/// <summary>
/// What every audit trail can be narrowed by. Contabo ignores what it does not understand and then returns everything, so
/// rows are to be compared again before one is acted upon (observed 2026-08-09).
/// </summary>
public abstract record AuditFilter
{
    /// <summary>Gets the <c>x-request-id</c> of the causing call.</summary>
    public RequestId? RequestId { get; init; }

    /// <summary>Gets the id of the user who made the change.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Gets the first day wanted.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Gets the last day wanted.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Gets the order, such as <c>timestamp:DESC</c>.</summary>
    public IReadOnlyCollection<string>? OrderBy { get; init; }
}
