using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Operations;

/// <summary>How operations are worked on.</summary>
public sealed class OperationOptions
{
    /// <summary>Gets or sets how many steps run side by side in this process. Default 4.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 4;

    /// <summary>Gets or sets how long a worker is believed to be alive. Default 4 s; an optimisation, never the guard.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets how often due operations are looked for without a signal. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how long a step that failed unexpectedly waits before it is tried again. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfterBug { get; set; } = TimeSpan.FromSeconds(30);
}
