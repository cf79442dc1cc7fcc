namespace Kontor.Contabo.Simulator.Accounts;

/// <summary>One customer account of the simulated cloud and its credentials, which are made up and open to all.</summary>
/// <param name="ClientId">OAuth client, and the account's name in the simulator: tenant, dash, customer.</param>
/// <param name="ClientSecret">OAuth client secret.</param>
/// <param name="ApiUser">Login of the API user.</param>
/// <param name="ApiPassword">The API password.</param>
/// <param name="TenantId">DE or INT.</param>
/// <param name="CustomerId">Number of the customer.</param>
/// <param name="UserId">Id of the API user, the subject of its tokens.</param>
/// <param name="Currency">Currency of the account's invoice; prices are those of the EUR list.</param>
public sealed record AccountSettings(
    string ClientId,
    string ClientSecret,
    string ApiUser,
    string ApiPassword,
    string TenantId,
    string CustomerId,
    string UserId,
    string Currency = "EUR")
{
    /// <summary>The account every simulator has unless told otherwise.</summary>
    public static AccountSettings Demo { get; } = new(
        "DE-54321", "demo-client-secret", "demo@example.com", "demo-api-password",
        "DE", "54321", "0f7c9a52-6f6b-4a3e-9f0d-3b1f54321001");
}
