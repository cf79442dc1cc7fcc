using System.Runtime.CompilerServices;

namespace Kontor.Contabo.Calls;

/// <summary>
/// A text id as one segment of a path. One or two dots are refused: no escaping keeps them from being taken for a step
/// within the path, and the call would go to another resource than the one meant.
/// </summary>
internal static class PathSegment
{
    public static string Of(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        return id is "." or ".." ? throw new ArgumentException("An id is not a step within a path.", name) : Uri.EscapeDataString(id);
    }
}
