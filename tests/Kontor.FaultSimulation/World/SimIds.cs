using System.Globalization;
using Kontor.Engine.Common;

namespace Kontor.FaultSimulation.World;

/// <summary>Ids that a seed repeats; they grow, as ULIDs do.</summary>
internal sealed class SimIds(Random random) : IIdSource
{
    private long _next;

    public string NewId() => (++_next).ToString("D26", CultureInfo.InvariantCulture);

    public Guid NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return SystemIdSource.ToVersion4(bytes);
    }

    public void Fill(Span<byte> bytes) => random.NextBytes(bytes);
}
