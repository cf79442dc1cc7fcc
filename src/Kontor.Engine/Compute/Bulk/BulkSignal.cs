using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>Tells what begins the machines of a bulk that something may be to begin. Losing a signal costs one sweep.</summary>
public sealed class BulkSignal
{
    /// <summary>Gets the signal.</summary>
    public WakeSignal Wake { get; } = new();
}
