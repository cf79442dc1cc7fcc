namespace Kontor.Api.Compute;

/// <summary>What a new installation of a machine would lose.</summary>
public sealed record ReinstallLossesResponse
{
    /// <summary>Gets the machine's id, to be sent as <c>confirm</c>.</summary>
    public required string Confirm { get; init; }

    /// <summary>Gets Contabo's word for its status.</summary>
    public required string? Status { get; init; }

    /// <summary>Gets the image that is installed.</summary>
    public required string? Image { get; init; }

    /// <summary>Gets how large the disk is that is wiped, in MiB; null when the catalogue does not know its plan.</summary>
    public required long? DiskMib { get; init; }

    /// <summary>Gets the snapshots; they are counted as lost, since nobody has published that they outlive it. Null when Contabo could not be asked.</summary>
    public required IReadOnlyList<LostSnapshotResponse>? Snapshots { get; init; }

    /// <summary>Gets whether the rescue system runs, which ends with it.</summary>
    public required bool InRescue { get; init; }

    /// <summary>Gets what is lost, a sentence each.</summary>
    public required IReadOnlyList<string> Loses { get; init; }

    /// <summary>Gets what stays, a sentence each.</summary>
    public required IReadOnlyList<string> Keeps { get; init; }
}

/// <summary>A snapshot that would be lost.</summary>
public sealed record LostSnapshotResponse
{
    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets when it was made; null when not known.</summary>
    public required DateTimeOffset? CreatedAt { get; init; }
}
