namespace Kontor.Server.Host.Settings;

/// <summary>The certificate Kontor itself presents.</summary>
public sealed class TlsSettings
{
    /// <summary>Gets or sets the PEM file of the certificate and its chain; with it, <c>Listen</c> is an https address.</summary>
    /// <value>Default none.</value>
    public string? Certificate { get; set; }

    /// <summary>Gets or sets the PEM file of its private key.</summary>
    /// <value>Default none.</value>
    public string? Key { get; set; }
}
