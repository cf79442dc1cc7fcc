using System.Text.Json;

namespace Kontor.Server.Demo;

/// <summary>Settings of the demo's Kontor: the simulated cloud, its time, and the credentials that its reference page shows.</summary>
internal static class DemoSettings
{
    /// <summary>For one life on a clock that is stepped: everything is looked at with each step.</summary>
    public static string ForOne(Uri kontor, Uri cloud) => JsonSerializer.Serialize(new
    {
        Listen = kontor,
        Simulated = true,
        SimulatedClock = cloud,
        Purchasing = new { WatchEvery = "00:00:05", LookEvery = "00:00:05" },
        Sweep = new { Every = "00:00:05" },
        Backup = NoBackups,
        Contabo = new { Accounts = new { demo = Account(cloud, requestsPerSecond: 1000, pageSize: 100) } },
    });

    /// <summary>
    /// For many lives in which five minutes pass in a second: waits that are short for people would be no time at all for
    /// the machine that computes them, and a hold after three lost answers would let a thousand orders queue behind them.
    /// </summary>
    public static string ForMany(Uri kontor, Uri cloud) => JsonSerializer.Serialize(new
    {
        Listen = kontor,
        Simulated = true,
        SimulatedClock = cloud,
        Purchasing = new
        {
            OrderTimeout = "00:05:00",
            SenderGrace = "00:01:00",
            LookEvery = "00:02:30",
            UnknownHold = 1000,
            ProvisioningDeadline = "00:30:00",
            WatchEvery = "00:05:00",
        },
        Operations = new { Workers = 24, Lease = "00:05:00", SweepEvery = "00:01:00" },
        Sweep = new { Every = "00:30:00" },
        Backup = NoBackups,
        Contabo = new { Accounts = new { demo = Account(cloud, requestsPerSecond: 1000, pageSize: 1000) } },
    });

    /// <summary>Days pass in seconds there, and nobody restores a demo.</summary>
    private static object NoBackups => new { Every = "00:00:00" };

    private static object Account(Uri cloud, int requestsPerSecond, int pageSize) => new
    {
        ClientId = "DE-54321",
        ClientSecret = "demo-client-secret",
        ApiUser = "demo@example.com",
        ApiPassword = "demo-api-password",
        ApiUrl = cloud,
        TokenUrl = new Uri(cloud, "auth/realms/contabo/protocol/openid-connect/token"),
        RequestsPerSecond = requestsPerSecond,
        ConcurrentRequests = 64,
        ReadTimeout = "00:02:30",
        PageSize = pageSize,
    };
}
