using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kontor.Server.Tests.Secrets;

/// <summary>Keeps every line that anybody says, at every level.</summary>
internal sealed class EverythingLogged : ILoggerProvider
{
    public ConcurrentQueue<(string Category, LogLevel Level, string Text)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, EverythingLogged log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue((category, logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
