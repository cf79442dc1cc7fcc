using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Recovery;

/// <summary>Where a server puts its backups, how often, and how many it keeps.</summary>
public sealed class BackupOptions
{
    /// <summary>Gets or sets where backups go; best another disk than that of the data.</summary>
    /// <value>Default none here; a server takes the folder <c>backups</c> in the data folder.</value>
    public string? Folder { get; set; }

    /// <summary>Gets or sets how old the newest backup may become before the next is made. Default 1 day; 0 makes none by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets how many backups are kept; the oldest beyond that are deleted once a newer one was read back. Default 14.</summary>
    [Range(1, 10_000)]
    public int Keep { get; set; } = 14;
}
