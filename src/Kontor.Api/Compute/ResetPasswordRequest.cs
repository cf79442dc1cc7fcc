using System.Text;

namespace Kontor.Api.Compute;

/// <summary>The wish for a new way into a machine: a password, SSH keys, or both.</summary>
public sealed record ResetPasswordRequest
{
    /// <summary>Gets or sets up to 10 public SSH keys that are to open it, each the one line of its <c>.pub</c> file.</summary>
    /// <value>Default null: none.</value>
    public IReadOnlyList<string>? SshKeys { get; set; }

    /// <summary>
    /// Gets or sets a password of the caller's own: 8 to 64 visible ASCII characters with upper and lower case, and a digit
    /// with two of <c>!@#$^&amp;*?_~</c> or three digits with one. It is not printed.
    /// </summary>
    /// <value>Default null: Kontor makes one, and shows it once by the operation's link.</value>
    public string? Password { get; set; }

    /// <summary>Gets or sets whether the password stays as it is and only <see cref="SshKeys"/> are set.</summary>
    /// <value>Default false.</value>
    public bool KeepPassword { get; set; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{SshKeys?.Count ?? 0} keys");
        return true;
    }
}
