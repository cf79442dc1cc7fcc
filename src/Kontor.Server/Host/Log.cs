namespace Kontor.Server.Host;

/// <summary>Events 9100 to 9199.</summary>
internal static partial class Log
{
    [LoggerMessage(9100, LogLevel.Information, "Kontor {Version} answers at {Address}, installation {Installation}, {Accounts} account(s){Cloud}")]
    public static partial void Started(this ILogger logger, string version, string address, string installation, int accounts, string cloud);
}
