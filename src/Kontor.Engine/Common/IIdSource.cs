namespace Kontor.Engine.Common;

/// <summary>Where new ids and randomness come from, so that a simulation can repeat them.</summary>
public interface IIdSource
{
    /// <summary>A new ULID: sorts by time of creation.</summary>
    string NewId();

    /// <summary>A new request id for Contabo (a version 4 UUID).</summary>
    Guid NewRequestId();

    /// <summary>Fills the span with unpredictable bytes.</summary>
    void Fill(Span<byte> bytes);
}
