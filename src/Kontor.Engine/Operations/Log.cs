using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Operations;

/// <summary>Events 5100 to 5199.</summary>
internal static partial class Log
{
    [LoggerMessage(5100, LogLevel.Error, "Operation {Operation} ({Type}) failed unexpectedly in state {State}")]
    public static partial void StepFailed(this ILogger logger, Exception bug, string operation, string type, string state);

    [LoggerMessage(5101, LogLevel.Error, "The database cannot be used; no operation advances until it can")]
    public static partial void DatabaseUnavailable(this ILogger logger, Exception reason);

    [LoggerMessage(5102, LogLevel.Error, "Worker {Worker} stumbled and goes on")]
    public static partial void WorkerStumbled(this ILogger logger, Exception bug, string worker);
}
