namespace Kontor.Contabo.Simulator;

/// <summary>What the cloud would answer.</summary>
public sealed record CloudResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers besides the content type, for example Retry-After.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
