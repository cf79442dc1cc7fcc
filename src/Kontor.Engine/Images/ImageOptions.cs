using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Images;

/// <summary>How much room custom images may take, and how long wishes about them may take.</summary>
public sealed class ImageOptions
{
    /// <summary>Gets or sets how many custom images a client may have. Default 10; 0 for none at all.</summary>
    [Range(0, 10_000)]
    public int PerClient { get; set; } = 10;

    /// <summary>Gets or sets how many MiB a client's custom images may have together. Default 25600, which is what one add-on of Contabo's brings.</summary>
    [Range(0, 100_000_000)]
    public int MibPerClient { get; set; } = 25 * 1024;

    /// <summary>Gets or sets how long an upload may take before it counts as failed. Default 6 h; what arrives later is still noticed.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "7.00:00:00")]
    public TimeSpan UploadDeadline { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Gets or sets how long a new name or a deletion may take before it counts as failed. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ChangeDeadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how often an image that is to change is read at first; the longer it takes, the rarer. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how often all custom images are compared with Contabo's list. Default 10 min; one list for each account that has any.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);
}
