namespace Kontor.Contabo.Simulator.Faults;

/// <summary>What the simulated cloud can do wrong.</summary>
public enum Misbehaviour
{
    /// <summary>No answer, and nothing was done.</summary>
    TimeoutBeforeEffect,

    /// <summary>Done, but no answer.</summary>
    TimeoutAfterEffect,

    /// <summary>No answer, nothing done yet; the request takes effect later.</summary>
    TimeoutThenLateEffect,

    /// <summary>500, and nothing was done.</summary>
    ServerErrorBeforeEffect,

    /// <summary>Done, and 500.</summary>
    ServerErrorAfterEffect,

    /// <summary>The connection dies, and nothing was done.</summary>
    ResetBeforeEffect,

    /// <summary>Done, and the connection dies.</summary>
    ResetAfterEffect,

    /// <summary>Done, and a success whose body cannot be read.</summary>
    UnreadableSuccess,

    /// <summary>The audit row appears later than it should.</summary>
    LateAudit,

    /// <summary>The audit row never appears.</summary>
    MissingAudit,

    /// <summary>A list answers 500.</summary>
    FailedList,

    /// <summary>A page lacks a row that its totals count.</summary>
    ShortList,

    /// <summary>The newest row is missing, and the totals agree with that.</summary>
    StaleList,

    /// <summary>A page repeats the one before it.</summary>
    DuplicatePage,

    /// <summary>429 that does not say how long to wait.</summary>
    TooManyRequests,

    /// <summary>429 with Retry-After.</summary>
    TooManyRequestsWithRetryAfter,

    /// <summary>The access token stops working; within a list, between its pages.</summary>
    TokenExpiry,

    /// <summary>The order stays in provisioning.</summary>
    StuckProvisioning,

    /// <summary>The order waits for a payment at the provider.</summary>
    PendingPayment,

    /// <summary>The order waits for a verification at the provider.</summary>
    VerificationRequired,

    /// <summary>The order waits for the provider's staff.</summary>
    ManualProvisioning,

    /// <summary>Sold out after ordering; no contract comes about.</summary>
    ProductNotAvailable,

    /// <summary>Installing ends in an error; the contract runs.</summary>
    ProvisioningError,

    /// <summary>The guest ignores the power button; the call is answered as ever.</summary>
    ShutdownIgnored,

    /// <summary>An action is accepted and nothing follows; a reinstall stays in installing.</summary>
    StuckAction,

    /// <summary>A reinstall ends in an error; the disk is lost all the same.</summary>
    ReinstallError,

    /// <summary>The download of a custom image ends in an error.</summary>
    ImageDownloadError,
}
