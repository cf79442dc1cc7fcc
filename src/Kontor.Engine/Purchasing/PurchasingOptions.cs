using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Purchasing;

/// <summary>How long the purchase protocol waits, and when it stops asking for more.</summary>
public sealed class PurchasingOptions
{
    /// <summary>Gets or sets how long an order may wait for an account that cannot be asked. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan AcceptedDeadline { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how long the sender of an intent waits for its answer. Default 100 s; the client's order timeout.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan OrderTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets how long after that another worker still believes the sender may act. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SenderGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how long, after its sender stopped waiting, an unknown outcome is looked up before a person is asked. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Settling { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how often an unknown outcome is looked up. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how many purchases of unknown outcome hold an account's next one; cancellations do not count. Default 3.</summary>
    [Range(1, 1000)]
    public int UnknownHold { get; set; } = 3;

    /// <summary>Gets or sets how often a held or unreachable account is asked again. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan HoldEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how often a terminate looks whether its purchase is settled, besides being woken by it. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan WaitEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long provisioning may last before a person is asked. Default 60 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan ProvisioningDeadline { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Gets or sets how often a machine that is not yet running is read, besides the sweep. Default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan WatchEvery { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how long the tag of a running machine may be missing before the purchase ends without it. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan MarkingDeadline { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets or sets how many complete lists in a row must lack a machine before it counts as gone. Default 2.</summary>
    [Range(1, 100)]
    public int ListsUntilGone { get; set; } = 2;

    /// <summary>Gets or sets how long a new machine may be missing from lists without anyone minding. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ListingDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how long a cancellation without a readable date waits before the same wish is sent again. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CancelGrace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long a terminate may lack a proven end before a person is asked. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan TerminateDeadline { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how often what needs attention is announced again. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan AnnounceEvery { get; set; } = TimeSpan.FromHours(24);
}
