namespace Kontor.Contabo.Simulator;

/// <summary>One HTTP request as the cloud sees it, whichever door it came through.</summary>
/// <param name="Method">HTTP method in capitals.</param>
/// <param name="Path">Path as on the wire, percent-encoded.</param>
/// <param name="Query">Query as on the wire, with or without the question mark.</param>
/// <param name="Headers">Headers; doors hand in a dictionary that ignores case.</param>
/// <param name="Body">The body's bytes; empty when there is none.</param>
public sealed record CloudRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    internal string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
