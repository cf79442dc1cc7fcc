using System.Net;
using Kontor.Api;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

public sealed class PowerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wish_is_an_operation_with_steps_and_the_machine_shows_what_came_of_it()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);

        var stop = await client.Instances.StopAsync(machine, "stop-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var done = await client.Operations.GetAsync(stop.Id, Cancel);

        Assert.Equal(("instance.stop", OperationStatus.Succeeded, machine), (done.Type, done.Status, done.InstanceId));
        Assert.Equal(["accepted", "submitting", "verifying", "succeeded"], done.Steps!.Select(step => step.State));
        Assert.Equal("stopped", (await client.Instances.GetAsync(machine, Cancel)).Status);
    }

    [Fact]
    public async Task The_same_request_sent_twice_restarts_once()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);

        var first = await client.Instances.RestartAsync(machine, "restart-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var second = await client.Instances.RestartAsync(machine, "restart-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(first.Id, second.Id);
        Assert.Single(kontor.Cloud.Requests, request => request.OperationId == "restart");
    }

    [Fact]
    public async Task A_second_wish_meanwhile_names_the_first()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);
        var first = await client.Instances.ShutDownAsync(machine, "off-1", Cancel);

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Instances.StartAsync(machine, "on-1", Cancel));

        Assert.Equal((HttpStatusCode.Conflict, "compute.instance_busy"), (refused.Status, refused.Code));
        Assert.Contains(first.Id, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_does_not_stand_there_is_not_found()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Instances.StartAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", "on-1", Cancel));

        Assert.Equal((HttpStatusCode.NotFound, "compute.instance_not_found"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("shutdown")]
    public async Task A_wish_without_a_key_of_its_own_is_refused(string action)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, machine) = await RunningAsync(kontor);

        var answer = await HttpExtensions.SendAsync(
            kontor.Http(await kontor.KeyAsync()), new HttpRequestMessage(HttpMethod.Post, $"/api/v1/instances/{machine}/{action}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Idempotency-Key", answer.Problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId == action);
    }

    private static async Task<(KontorClient Client, string Machine)> RunningAsync(KontorUnderTest kontor)
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        return (client, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!);
    }
}
