namespace Kontor.Engine.Compute.Protect;

/// <summary>What a machine can be protected from.</summary>
public enum ProtectionKind
{
    /// <summary>The end of its contract.</summary>
    Delete,

    /// <summary>Whatever loses its disk: a new installation, a rollback, a wipe.</summary>
    Rebuild,
}
