using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Secrets;

/// <summary>Events 5200 to 5299.</summary>
internal static partial class Log
{
    [LoggerMessage(5200, LogLevel.Error, "The sweep of expired secrets broke off; the next one begins anew")]
    public static partial void SweepBroken(this ILogger logger, Exception bug);
}
