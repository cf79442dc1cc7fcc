using Kontor.Contabo.Simulator.Accounts;

namespace Kontor.Contabo.Simulator.Audits;

/// <summary>Who changed something, and by which request.</summary>
internal sealed record AuditAuthor(string Account, string UserId, string Username, string RequestId, string TraceId)
{
    public static AuditAuthor Of(OperationCall call) =>
        new(call.Account.ClientId, call.Account.UserId, call.Account.ApiUser, call.RequestId, call.TraceId ?? "");

    /// <summary>A person of the account in the provider's panel. Assumed: a row without a request id.</summary>
    public static AuditAuthor InPanel(AccountSettings account) =>
        new(account.ClientId, StableHash.Uuid(0, $"panel {account.ClientId}").ToString(), "panel", "", "");

    /// <summary>The provider itself. Assumed: the words, and that it leaves a row.</summary>
    public static AuditAuthor Provider(AccountSettings account) => new(account.ClientId, "system", "system", "", "");
}
