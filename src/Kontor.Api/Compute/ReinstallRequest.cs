using System.Text;

namespace Kontor.Api.Compute;

/// <summary>The wish that a machine be installed anew. Its disk is wiped; its contract, addresses and name stay.</summary>
public sealed record ReinstallRequest
{
    /// <summary>Gets the image by its id in the catalogue.</summary>
    public required string Image { get; init; }

    /// <summary>Gets the machine's id once more: whoever wishes says which machine is wiped.</summary>
    public required string Confirm { get; init; }

    /// <summary>Gets whether all that is on the machine, as <c>GET …/reinstall</c> lists it, may be lost; only true is accepted.</summary>
    public required bool Loses { get; init; }

    /// <summary>Gets or sets who is set up: <c>admin</c> or <c>root</c>, on Windows <c>administrator</c> or <c>admin</c>.</summary>
    /// <value>Default null: <c>admin</c>, on Windows <c>administrator</c>.</value>
    public string? DefaultUser { get; set; }

    /// <summary>Gets or sets up to 10 public SSH keys that open it, each the one line of its <c>.pub</c> file; not on Windows.</summary>
    /// <value>Default null: none.</value>
    public IReadOnlyList<string>? SshKeys { get; set; }

    /// <summary>Gets or sets whether Kontor makes a password.</summary>
    /// <value>Default <see cref="PasswordChoice.Generated"/>.</value>
    public PasswordChoice Password { get; set; } = PasswordChoice.Generated;

    /// <summary>Gets or sets the user-data for cloud-init: plain text of up to 32 KiB. It may hold secrets, so it is kept sealed and not printed.</summary>
    /// <value>Default null: none.</value>
    public string? UserData { get; set; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{Image} on {Confirm}");
        return true;
    }
}
