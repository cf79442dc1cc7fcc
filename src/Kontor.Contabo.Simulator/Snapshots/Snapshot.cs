namespace Kontor.Contabo.Simulator.Snapshots;

/// <summary>A snapshot of an instance's disk.</summary>
public sealed record Snapshot
{
    /// <summary>The word snap and a number of seconds.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>The instance it was taken of.</summary>
    public required long InstanceId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its description; empty when none was given (Assumed).</summary>
    public required string Description { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when a rollback may use it; the API does not show that.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    /// <summary>When it goes by itself.</summary>
    public required DateTimeOffset AutoDeleteAt { get; init; }

    /// <summary>When it is gone, once its deletion was accepted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The image installed at that time.</summary>
    public required Guid ImageId { get; init; }

    /// <summary>That image's name.</summary>
    public required string ImageName { get; init; }

    internal DateTimeOffset GoneAt => DeletedAt < AutoDeleteAt ? DeletedAt.Value : AutoDeleteAt;
}
