namespace Kontor.Api.Compute;

/// <summary>The wish that a machine be called something else.</summary>
public sealed record RenameRequest
{
    /// <summary>Gets the readable part of its name: up to 200 letters, digits, blanks and <c>-</c>. The marker behind it stays.</summary>
    public required string Label { get; init; }
}
