using System.Text;
using Kontor.Api;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

/// <summary>A machine that runs, and plain requests about it.</summary>
internal static class Machines
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Buys one and lets it come up.</summary>
    public static async Task<(KontorClient Client, string Machine)> RunningAsync(this KontorUnderTest kontor)
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        return (client, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!);
    }

    /// <summary>A running machine of a plan with room for three snapshots.</summary>
    public static async Task<(KontorClient Client, string Machine, string Subject)> RoomyAsync(this KontorUnderTest kontor, string externalId = "1001")
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(externalId) with { Plan = "V155" }, $"order-{externalId}", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        return (client, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!, order.Subject.Id);
    }

    /// <summary>Sends a body as it is, with the shop's key and some headers.</summary>
    public static async Task<Answer> SendAsync(
        this KontorUnderTest kontor, HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", "key");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await HttpExtensions.SendAsync(kontor.Http(await kontor.KeyAsync()), request);
    }
}
