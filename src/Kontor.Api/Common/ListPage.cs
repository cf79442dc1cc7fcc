namespace Kontor.Api.Common;

/// <summary>A part of a list, newest first.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed record ListPage<T>
{
    /// <summary>Gets the items of this part.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Gets what to send as <c>cursor</c> for the next part; null when this was the last. Its form may change.</summary>
    public required string? NextCursor { get; init; }
}
