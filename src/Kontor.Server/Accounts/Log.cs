namespace Kontor.Server.Accounts;

/// <summary>Events 9200 to 9299.</summary>
internal static partial class Log
{
    [LoggerMessage(9200, LogLevel.Information, "Contabo account {Account} works")]
    public static partial void AccountWorks(this ILogger logger, string account);

    [LoggerMessage(
        9201,
        LogLevel.Error,
        "Contabo refuses the credentials of account {Account}: correct ClientId, ClientSecret, ApiUser and ApiPassword under Contabo:Accounts:{Account}; orders on it wait meanwhile")]
    public static partial void CredentialsRefused(this ILogger logger, string account);

    [LoggerMessage(9202, LogLevel.Warning, "Contabo account {Account} cannot be asked now, it is tried again with the next work: {Reason}")]
    public static partial void AccountUnreachable(this ILogger logger, string account, string reason);
}
