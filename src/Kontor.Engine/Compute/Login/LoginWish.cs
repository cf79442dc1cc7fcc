namespace Kontor.Engine.Compute.Login;

/// <summary>How somebody is to get into a machine.</summary>
/// <param name="SshKeys">The public keys that open it; null for none.</param>
/// <param name="Password">Whose password is set.</param>
public sealed record LoginWish(IReadOnlyList<string>? SshKeys, PasswordWish Password)
{
    /// <summary>The keys, which were judged when the wish was accepted.</summary>
    internal IReadOnlyList<SshKey> Keys() => SshKey.ParseAll(SshKeys, "sshKeys").Value;

    /// <summary>What of it may stand in the audit trail: a comment of a key often names a person.</summary>
    internal object Audited() => new { SshKeys = Keys().Select(key => key.Fingerprint).ToList(), Password };
}

/// <summary>Whose password is set.</summary>
public enum PasswordWish
{
    /// <summary>None.</summary>
    None,

    /// <summary>One that Kontor makes, and shows once.</summary>
    Generated,

    /// <summary>The caller's own.</summary>
    Chosen,
}
