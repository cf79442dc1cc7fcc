namespace Kontor.Api.Compute;

/// <summary>The wish that a machine's rescue system be booted.</summary>
public sealed record RescueRequest
{
    /// <summary>Gets or sets up to 10 public SSH keys that open it besides the password that Kontor makes, each the one line of its <c>.pub</c> file.</summary>
    /// <value>Default null: none.</value>
    public IReadOnlyList<string>? SshKeys { get; set; }
}
