namespace Kontor.Server.Simulated;

/// <summary>Events 9300 to 9399.</summary>
internal static partial class Log
{
    [LoggerMessage(9300, LogLevel.Warning, "The simulated cloud at {Clock} tells no time any more; going on by its last setting")]
    public static partial void ClockLost(this ILogger logger, Uri clock);
}
