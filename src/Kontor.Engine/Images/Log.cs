using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Images;

/// <summary>Events 7300 to 7399.</summary>
internal static partial class Log
{
    [LoggerMessage(7300, LogLevel.Warning, "The custom images of account {Account} could not be listed, nothing follows from it: {Reason}")]
    public static partial void ImageSweepFailed(this ILogger logger, string account, string reason);

    [LoggerMessage(7301, LogLevel.Error, "The sweep of the custom images of account {Account} broke off; the next one begins anew")]
    public static partial void ImageSweepBroken(this ILogger logger, Exception bug, string account);
}
