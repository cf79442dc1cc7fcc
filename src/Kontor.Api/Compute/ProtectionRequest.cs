namespace Kontor.Api.Compute;

/// <summary>What a machine is to be protected from.</summary>
public sealed record ProtectionRequest
{
    /// <summary>Gets whether a terminate is refused.</summary>
    public required bool Delete { get; init; }

    /// <summary>Gets whether whatever would lose its disk is refused: a new installation, a rollback, a wipe.</summary>
    public required bool Rebuild { get; init; }
}
