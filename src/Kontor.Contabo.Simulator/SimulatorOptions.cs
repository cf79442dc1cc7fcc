using Kontor.Contabo.Simulator.Accounts;

namespace Kontor.Contabo.Simulator;

/// <summary>Everything that may be set about the simulated cloud. What is only assumed about the real one is a setting.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Seed of generated identifiers and token signatures.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The accounts; at least one.</summary>
    public IReadOnlyList<AccountSettings> Accounts { get; init; } = [AccountSettings.Demo];

    /// <summary>From order to installing. Observed 2026-07-30: 110 s in total for one machine.</summary>
    public TimeSpan ProvisioningTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From installing to running.</summary>
    public TimeSpan InstallingTime { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>From accepted to running by a start. Assumed; observed in old tests of the vendor: within 10 s.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From accepted to stopped by a stop. Assumed.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From accepted to stopped by a shutdown that the guest obeys. Assumed.</summary>
    public TimeSpan ShutdownTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From accepted to running by a restart. Assumed.</summary>
    public TimeSpan RestartTime { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>From accepted to the rescue system. Assumed.</summary>
    public TimeSpan RescueTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a password reset shows its own status. Assumed.</summary>
    public TimeSpan ResetPasswordTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From a reinstall to running. Documented: around five minutes.</summary>
    public TimeSpan ReinstallTime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>From creating a snapshot to one that a rollback may use. Observed in old tests of the vendor: 5 to 10 s.</summary>
    public TimeSpan SnapshotTime { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a deleted snapshot stays in the list. Assumed.</summary>
    public TimeSpan SnapshotDeletionTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After this a snapshot is deleted by itself. Documented: about 30 days.</summary>
    public TimeSpan SnapshotLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>From a rollback to running. Assumed.</summary>
    public TimeSpan RollbackTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How fast the provider downloads a custom image. Assumed.</summary>
    public int ImageDownloadMbPerSecond { get; init; } = 50;

    /// <summary>Life of an access token.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Life of a refresh token.</summary>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromSeconds(1800);

    /// <summary>Rows of a page when the caller names no size.</summary>
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>Whether a term is charged once or month by month. Assumed: once, at its start.</summary>
    public ChargeMode ChargeMode { get; init; } = ChargeMode.PerTerm;

    /// <summary>Whether an end date later than the paid term is honoured. Assumed: yes; an earlier one moves to the end of the term.</summary>
    public bool LaterCancelDateIsHonoured { get; init; } = true;

    /// <summary>Whether cancelling an order still in provisioning fails with 500. Observed 2021 in the vendor's own tests.</summary>
    public bool CancelDuringProvisioningFails { get; init; } = true;

    /// <summary>Whether a second cancel is refused with 422. Assumed.</summary>
    public bool SecondCancelIsRefused { get; init; } = true;

    /// <summary>Status of a call that the instance's state forbids. Documented: 422; 409 is the other candidate for actions.</summary>
    public int WrongStateStatus { get; init; } = 422;

    /// <summary>Whether guests ignore the power button. Documented: the guest decides.</summary>
    public bool GuestsIgnoreShutdown { get; init; }

    /// <summary>Whether snapshots survive a reinstall. Assumed: no.</summary>
    public bool ReinstallKeepsSnapshots { get; init; }

    /// <summary>Whether a rollback to another than the newest snapshot is refused with 422, as in 2022. Documented: newer ones are deleted.</summary>
    public bool OlderRollbackIsRefused { get; init; }

    /// <summary>What an add-on bought within a term costs at once. Assumed: its share of the term, by days.</summary>
    public AddOnChargeMode AddOnChargeMode { get; init; } = AddOnChargeMode.ByDay;

    /// <summary>Space for custom images that comes with the add-on. Documented: 25 GB.</summary>
    public long CustomImageAddOnMb { get; init; } = 25 * 1024;

    /// <summary>Space for custom images that every account has without an add-on. Assumed: none.</summary>
    public long CustomImageBaseMb { get; init; }

    /// <summary>Whether a field that the table does not know is refused with 400. Assumed; stricter than ignoring it.</summary>
    public bool UnknownFieldsAreRefused { get; init; } = true;

    /// <summary>How long a late audit row takes to appear when the fault names no time.</summary>
    public TimeSpan LateAuditAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a late request takes to arrive when the fault names no time.</summary>
    public TimeSpan LateEffectAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The waiting time a 429 names when the fault names none.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When set, a request whose caller gave up while it was on the wire still arrives this much later.</summary>
    public TimeSpan? AbandonedRequestArrivesAfter { get; init; }

    /// <summary>How many calls the request record keeps.</summary>
    public int RequestRecordLimit { get; init; } = 10_000;
}

/// <summary>When a contract's money falls due.</summary>
public enum ChargeMode
{
    /// <summary>The whole term at its start.</summary>
    PerTerm,

    /// <summary>One month after the other.</summary>
    Monthly,
}

/// <summary>What an add-on costs for the stretch of the contract that is charged already.</summary>
public enum AddOnChargeMode
{
    /// <summary>The days that are left of it.</summary>
    ByDay,

    /// <summary>All of it, as if it had been ordered with the instance.</summary>
    WholeStretch,
}
