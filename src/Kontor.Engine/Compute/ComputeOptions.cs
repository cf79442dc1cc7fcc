using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Compute;

/// <summary>How long wishes about machines may take.</summary>
public sealed class ComputeOptions
{
    /// <summary>Gets or sets how long a start, stop, restart or shutdown may take before it counts as failed. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan PowerDeadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how long a machine's own system has for its shutdown before it is stopped. Default 3 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan ShutdownPatience { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Gets or sets how often a machine that is to change its status is read. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long a wish about a snapshot may take before it counts as failed. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SnapshotDeadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets within what time a person is to change a plan in the panel. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan PlanChangeDeadline { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Gets or sets within what time Contabo's staff is to move a machine into another region, before a person asks. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00")]
    public TimeSpan RegionChangeDeadline { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets how old a snapshot must be before a machine is rolled back to it. Default 15 s: Contabo needs a moment to finish one.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SnapshotRest { get; set; } = TimeSpan.FromSeconds(15);
}
