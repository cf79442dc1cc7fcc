using Kontor.Api;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

/// <summary>Machines to begin a test with.</summary>
internal static class Machines
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A running machine of a plan with room for three snapshots.</summary>
    public static async Task<(KontorClient Client, string Machine, string Subject)> RoomyAsync(this KontorUnderTest kontor, string externalId = "1001")
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(externalId) with { Plan = "V155" }, $"order-{externalId}", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        return (client, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!, order.Subject.Id);
    }
}
