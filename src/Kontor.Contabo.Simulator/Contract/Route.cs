using System.Collections.ObjectModel;

namespace Kontor.Contabo.Simulator.Contract;

internal sealed class Route(Operation operation)
{
    public Operation Operation { get; } = operation;

    public string[] Segments { get; } = operation.Path.Trim('/').Split('/');

    /// <summary>One letter a segment: literals sort before parameters.</summary>
    public string Pattern => string.Concat(Segments.Select(segment => IsParameter(segment) ? 'p' : 'l'));

    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        Dictionary<string, string>? values = null;
        for (var index = 0; index < path.Length; index++)
        {
            if (IsParameter(Segments[index]))
            {
                (values ??= [])[Segments[index][1..^1]] = Uri.UnescapeDataString(path[index]);
            }
            else if (Segments[index] != path[index])
            {
                return null;
            }
        }

        return values ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;
    }

    private static bool IsParameter(string segment) => segment[0] == '{';
}
