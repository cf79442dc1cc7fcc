using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Compute;

/// <summary>How long wishes about machines may take.</summary>
public sealed class ComputeOptions
{
    /// <summary>Gets or sets how long a start, stop, restart, shutdown or new name may take before it counts as failed. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan PowerDeadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how long a machine's own system has for its shutdown before it is stopped. Default 3 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan ShutdownPatience { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Gets or sets how often a machine that is to change its status is read. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long a terminated machine keeps its disk before it is wiped; zero for ever. Default 7 d.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan WipeAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets how long a wipe may take once it was sent before a person is told. Default 2 h.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan WipeDeadline { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Gets or sets the image that wipes, by its UUID; empty for the one that the machine was ordered with. Default empty.</summary>
    [RegularExpression("^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$", ErrorMessage = "{0} must be the UUID of an image, or empty.")]
    public string WipeImage { get; set; } = "";

    /// <summary>Gets or sets how long a new password, a rescue or its exit may take before it counts as failed. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan AccessDeadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how long a new installation may take before it counts as failed. Default 1 h; Contabo speaks of five minutes.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan ReinstallDeadline { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets for how long a password that Kontor made can be looked at, once. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan PasswordShownFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets for how long a machine may be in the rescue system before somebody is told; nothing is forced. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan RescueFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how long a secret stays at Contabo after the operation that needed it is over. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SecretGrace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how often secrets that have served are looked for at Contabo. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan SecretSweepEvery { get; set; } = TimeSpan.FromMinutes(5);

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
