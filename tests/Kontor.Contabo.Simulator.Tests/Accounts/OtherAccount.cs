using Kontor.Contabo.Simulator.Accounts;

namespace Kontor.Contabo.Simulator.Tests.Accounts;

internal static class OtherAccount
{
    public static AccountSettings Settings { get; } = AccountSettings.Demo with
    {
        ClientId = "INT-99",
        TenantId = "INT",
        CustomerId = "99",
        ApiUser = "other@example.com",
    };
}
