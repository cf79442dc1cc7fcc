using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Recovery;

/// <summary>Events 6100 to 6199.</summary>
internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Error, "A round of backups broke off; the next one begins anew")]
    public static partial void RoundBroken(this ILogger logger, Exception bug);

    [LoggerMessage(6101, LogLevel.Information, "A backup was made and read back: {Path}, {Bytes} bytes")]
    public static partial void Made(this ILogger logger, string path, long bytes);

    [LoggerMessage(6102, LogLevel.Error, "The backup failed: {Fault}")]
    public static partial void Failed(this ILogger logger, string fault);
}
