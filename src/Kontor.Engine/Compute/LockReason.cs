using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute;

/// <summary>Why a machine's customer can do nothing with it.</summary>
public enum LockReason
{
    /// <summary>It is terminated and only runs out its paid term.</summary>
    Terminated,

    /// <summary>It is suspended for abuse.</summary>
    Abuse,

    /// <summary>It is suspended for want of payment.</summary>
    Unpaid,

    /// <summary>It is suspended for another reason.</summary>
    Suspended,
}

/// <summary>Which reason is said where several stand: the one that is hardest to get rid of.</summary>
internal static class LockReasons
{
    public static LockReason? Of(bool terminated, IReadOnlyCollection<SuspensionKind> suspendedFor) =>
        terminated ? LockReason.Terminated
        : suspendedFor.Contains(SuspensionKind.Abuse) ? LockReason.Abuse
        : suspendedFor.Contains(SuspensionKind.Unpaid) ? LockReason.Unpaid
        : suspendedFor.Count > 0 ? LockReason.Suspended
        : null;
}
