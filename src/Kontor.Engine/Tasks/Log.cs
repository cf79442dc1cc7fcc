using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Tasks;

/// <summary>Events 5300 to 5399.</summary>
internal static partial class Log
{
    [LoggerMessage(5300, LogLevel.Error, "The sweep of overdue tasks broke off; the next one begins anew")]
    public static partial void SweepBroken(this ILogger logger, Exception bug);
}
