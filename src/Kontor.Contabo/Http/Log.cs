using Microsoft.Extensions.Logging;

namespace Kontor.Contabo.Http;

/// <summary>Events 1100 to 1199.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Debug,
        "{Operation} ({Method}) answered {Status}, request id {RequestId}, attempt {Attempt}, {ElapsedMs:F0} ms")]
    public static partial void Answered(
        ILogger logger, string operation, HttpMethod method, int status, RequestId requestId, int attempt, double elapsedMs);

    /// <summary>What a read does not find is an answer like any other: whoever asked says whether it matters.</summary>
    public static LogLevel LevelOf(HttpMethod method, int? status) => method == HttpMethod.Get && status == 404 ? LogLevel.Debug : LogLevel.Warning;

    [LoggerMessage(EventId = 1101, Message =
        "{Operation} ({Method}) failed: {Reason}, {Outcome}, status {Status}, request id {RequestId}, attempt {Attempt}, {ElapsedMs:F0} ms")]
    public static partial void Failed(
        ILogger logger, LogLevel level, string operation, HttpMethod method, ContaboErrorReason reason, WriteOutcome outcome, int? status,
        RequestId requestId, int attempt, double elapsedMs);
}
