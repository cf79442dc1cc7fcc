using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Tasks;

/// <summary>How overdue tasks are announced.</summary>
public sealed class TaskOptions
{
    /// <summary>Gets or sets how often overdue tasks are looked for. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how often an overdue task is announced again. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan AnnounceEvery { get; set; } = TimeSpan.FromHours(24);
}
