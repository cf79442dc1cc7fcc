namespace Kontor.Server.Common;

/// <summary>Events 9000 to 9099.</summary>
internal static partial class Log
{
    [LoggerMessage(9000, LogLevel.Error, "{Method} {Endpoint} failed unexpectedly")]
    public static partial void RequestFailed(this ILogger logger, Exception bug, string method, string endpoint);
}
