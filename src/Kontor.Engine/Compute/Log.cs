using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute;

/// <summary>Events 8100 to 8199.</summary>
internal static partial class Log
{
    [LoggerMessage(8100, LogLevel.Warning, "The instances of account {Account} could not be listed, nothing follows from it: {Reason}")]
    public static partial void SweepFailed(this ILogger logger, string account, string reason);

    [LoggerMessage(8101, LogLevel.Error, "The sweep of account {Account} broke off; the next one begins anew")]
    public static partial void SweepBroken(this ILogger logger, Exception bug, string account);

    [LoggerMessage(8102, LogLevel.Warning, "The audits of account {Account} could not be read, nothing follows from it: {Reason}")]
    public static partial void AuditsFailed(this ILogger logger, string account, string reason);

    [LoggerMessage(8110, LogLevel.Warning, "The secrets of account {Account} could not be swept to the end, the next sweep goes on: {Reason}")]
    public static partial void SecretSweepFailed(this ILogger logger, string account, string reason);

    [LoggerMessage(8111, LogLevel.Error, "The sweep of the secrets of account {Account} broke off; the next one begins anew")]
    public static partial void SecretSweepBroken(this ILogger logger, Exception bug, string account);

    [LoggerMessage(8120, LogLevel.Error, "Bulk {Bulk} broke off; it goes on with the next round")]
    public static partial void BulkBroken(this ILogger logger, Exception bug, string bulk);
}
