using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Recovery;

/// <summary>Events 6100 to 6199.</summary>
internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Error, "A round of backups broke off; the next one begins anew")]
    public static partial void RoundBroken(this ILogger logger, Exception bug);

    [LoggerMessage(6101, LogLevel.Information, "A backup was made and read back: {Path}, {Bytes} bytes")]
    public static partial void Made(this ILogger logger, string path, long bytes);

    [LoggerMessage(6103, LogLevel.Error, "The head of the audit trail was not noted; it is tried again")]
    public static partial void NotNoted(this ILogger logger, Exception fault);

    [LoggerMessage(6104, LogLevel.Error, "The database is not the one that ran here last: {Fault}")]
    public static partial void Differs(this ILogger logger, string fault);

    [LoggerMessage(6102, LogLevel.Error, "The backup failed: {Fault}")]
    public static partial void Failed(this ILogger logger, string fault);
}
