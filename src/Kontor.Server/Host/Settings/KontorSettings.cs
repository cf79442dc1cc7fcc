using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Images;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tasks;

namespace Kontor.Server.Host.Settings;

/// <summary>Everything that can be set; docs/reference/settings.md lists it.</summary>
public sealed class KontorSettings
{
    /// <summary>Gets or sets the address to answer at.</summary>
    /// <value>Default <c>http://127.0.0.1:5580</c>; another host than loopback only with a certificate or trusted proxies.</value>
    public Uri Listen { get; set; } = new("http://127.0.0.1:5580");

    /// <summary>Gets or sets whether the cloud is the simulated one. A database once used with one kind never takes the other.</summary>
    /// <value>Default false.</value>
    public bool Simulated { get; set; }

    /// <summary>Gets or sets the address of the simulated cloud whose time is followed; only where <see cref="Simulated"/> is true.</summary>
    /// <value>Default none: real time.</value>
    public Uri? SimulatedClock { get; set; }

    /// <summary>Gets or sets the network addresses of proxies that encrypt in front of Kontor.</summary>
    /// <value>Default none.</value>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Gets the certificate.</summary>
    public TlsSettings Tls { get; } = new();

    /// <summary>Gets what stands under <c>Contabo</c>.</summary>
    public ContaboSettings Contabo { get; } = new();

    /// <summary>Gets how the purchase protocol waits.</summary>
    public PurchasingOptions Purchasing { get; } = new();

    /// <summary>Gets how long wishes about machines may take.</summary>
    public ComputeOptions Compute { get; } = new();

    /// <summary>Gets how much room custom images may take, and how long wishes about them may take.</summary>
    public ImageOptions Images { get; } = new();

    /// <summary>Gets how operations are worked on.</summary>
    public OperationOptions Operations { get; } = new();

    /// <summary>Gets how often the provider's list is compared.</summary>
    public SweepOptions Sweep { get; } = new();

    /// <summary>Gets how overdue tasks are announced.</summary>
    public TaskOptions Tasks { get; } = new();

    /// <summary>Gets where the key of all secrets stands.</summary>
    public SecretOptions Secrets { get; } = new();

    /// <summary>Gets where backups go, and how often.</summary>
    public BackupOptions Backup { get; } = new();
}
