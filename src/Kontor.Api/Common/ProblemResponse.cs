namespace Kontor.Api.Common;

/// <summary>Why something was refused (RFC 9457). Every answer of 400 and above is one.</summary>
public sealed record ProblemResponse
{
    /// <summary>Gets the kind of problem as a URN, <c>urn:kontor:problem:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>Gets what the status means.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Gets one sentence for a person: what is wrong and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Gets the stable name of the problem, such as <c>catalog.plan_unknown</c>, listed in docs/reference/problems.md.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the field, parameter or header at fault, as the caller wrote it; null when no single one is.</summary>
    public required string? Field { get; init; }

    /// <summary>Gets what names this request in the server's log.</summary>
    public required string? TraceId { get; init; }
}
