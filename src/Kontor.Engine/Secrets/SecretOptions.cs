using System.ComponentModel.DataAnnotations;

namespace Kontor.Engine.Secrets;

/// <summary>Where the key of all secrets stands, and how soon what has expired is wiped.</summary>
public sealed class SecretOptions
{
    /// <summary>Gets or sets the file of the key that wraps all data keys; never inside the data folder.</summary>
    /// <value>Default none here; a server takes the file that <c>KONTOR_KEY_FILE</c> names, else <c>~/.config/kontor/kek-1</c>.</value>
    public string? KeyFile { get; set; }

    /// <summary>Gets or sets how often expired secrets are looked for and wiped. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);
}
