using Kontor.Api;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Server.Tests.Secrets;

/// <summary>A machine with a secret, to begin a test with.</summary>
internal static class SecretSamples
{
    public const string Password = "C4nary<&>\"P4ssw0rd";
    public const string Purpose = "Password of root on <web 1>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Buys a machine and keeps a secret of the operation that bought it, for an hour.</summary>
    public static async Task<(string Operation, string Instance)> KeepAsync(KontorUnderTest kontor, KontorClient client)
    {
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var operation = await client.Operations.GetAsync(order.Operation.Id, Cancel);
        var link = new NewOneTimeLink(KontorUnderTest.Shop, Purpose, new SecretText(Password), kontor.Clock.GetUtcNow().AddHours(1))
        {
            OperationId = new OperationId(operation.Id),
            SubjectId = new SubjectId(operation.SubjectId),
            ResourceId = new ResourceId(operation.InstanceId!),
        };
        await kontor.Services.GetRequiredService<Database>().WriteAsync(
            "test.keep", unit => kontor.Services.GetRequiredService<OneTimeLinkStore>().AddAsync(unit, link, Actor.Kontor("test")), Cancel);
        return (operation.Id, operation.InstanceId!);
    }

    /// <summary>The same, with its link made.</summary>
    public static async Task<(string Operation, string Path)> LinkAsync(KontorUnderTest kontor)
    {
        var client = await kontor.ClientAsync();
        var (operation, _) = await KeepAsync(kontor, client);
        return (operation, (await client.Operations.MakeLinkAsync(operation, "link-1", Cancel)).Path);
    }
}
