namespace Kontor.Contabo.Simulator;

/// <summary>Growing numbers, and UUIDs that follow from the seed.</summary>
internal sealed class IdSource(long seed)
{
    /// <summary>Instance ids are nine digits long and grow.</summary>
    public long LastInstance { get; set; } = 202_600_000;

    public long LastAudit { get; set; } = 10_000;

    public long LastSecret { get; set; } = 1_000;

    public long LastTag { get; set; } = 2_000;

    public long LastTicket { get; set; } = 300_000;

    /// <summary>Number in the id of the last snapshot: seconds since 1970, and no two alike.</summary>
    public long LastSnapshot { get; set; }

    public long LastUuid { get; set; }

    public long NextInstance() => ++LastInstance;

    public long NextAudit() => ++LastAudit;

    public long NextSecret() => ++LastSecret;

    public long NextTag() => ++LastTag;

    public long NextTicket() => ++LastTicket;

    public string NextSnapshot(DateTimeOffset now) => $"snap{LastSnapshot = Math.Max(now.ToUnixTimeSeconds(), LastSnapshot + 1)}";

    public Guid NextUuid() => StableHash.Uuid(seed, $"uuid {++LastUuid}");
}
