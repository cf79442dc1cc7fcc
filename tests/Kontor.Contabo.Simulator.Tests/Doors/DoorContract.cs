using System.Text.Json;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Doors;

/// <summary>What must hold through every door.</summary>
public abstract class DoorContract
{
    private const string Instances = "/v1/compute/instances";

    [Fact]
    public async Task An_order_is_accepted_with_a_reduced_object()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();

        var answer = await api.PostAsync(Instances, ApiCaller.Order());

        Assert.Equal(201, answer.Status);
        Assert.Equal(202_600_001, answer.First.GetProperty("instanceId").GetInt64());
        Assert.False(answer.First.TryGetProperty("name", out _));
        Assert.False(answer.First.TryGetProperty("displayName", out _));
    }

    [Fact]
    public async Task Data_is_always_an_array_and_a_list_says_its_pages()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        var id = await api.OrderAsync();

        Assert.Equal(JsonValueKind.Array, (await api.GetAsync($"{Instances}/{id}")).Body.GetProperty("data").ValueKind);
        var list = (await api.GetAsync(Instances)).Body;
        Assert.Equal("""{"size":10,"totalElements":1,"totalPages":1,"page":1}""", list.GetProperty("_pagination").GetRawText());
        Assert.False(list.GetProperty("_links").TryGetProperty("next", out _));
    }

    [Fact]
    public async Task A_rename_answers_with_id_and_creation_date_alone()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        var id = await api.OrderAsync("old");

        var answer = await api.SendAsync(HttpMethod.Patch, $"{Instances}/{id}", new { displayName = "new" });

        Assert.Equal(200, answer.Status);
        Assert.Equal(["tenantId", "customerId", "instanceId", "createdDate"], answer.First.EnumerateObject().Select(field => field.Name));
        Assert.Equal("new", (await api.GetAsync($"{Instances}/{id}")).First.GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_cancel_needs_no_body_and_answers_201(string? body)
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        var id = await api.OrderAsync();
        cloud.Advance(TimeSpan.FromMinutes(2));

        var answer = await api.PostAsync($"{Instances}/{id}/cancel", body is null ? null : JsonElement.Parse(body));

        Assert.Equal((201, "2026-12-10"), (answer.Status, answer.First.GetProperty("cancelDate").GetString()));
    }

    [Fact]
    public async Task The_audits_know_an_order_by_its_request_id()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        await api.OrderAsync("other");
        var id = await api.OrderAsync("mine", requestId: "AAAAAAAA-0000-4000-8000-00000000000A");

        var rows = (await api.GetAsync($"{Instances}/audits?requestId=aaaaaaaa-0000-4000-8000-00000000000a")).Data;

        var row = Assert.Single(rows);
        Assert.Equal((id, "CREATED", "test"), (row.GetProperty("instanceId").GetInt64(), row.GetProperty("action").GetString(), row.GetProperty("traceId").GetString()));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, 0)]
    [InlineData(Misbehaviour.TimeoutAfterEffect, 1)]
    public async Task A_timeout_lasts_until_the_caller_gives_up(Misbehaviour misbehaviour, int purchases)
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        cloud.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "createInstance" });
        using var patience = new CancellationTokenSource();

        var order = api.SendUntilAsync(HttpMethod.Post, Instances, ApiCaller.Order(), null, patience.Token);
        await FiredAsync(cloud.Cloud);
        Assert.False(order.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);
        Assert.Equal(purchases, cloud.Cloud.PurchaseLog.Count);
    }

    [Theory]
    [InlineData(Misbehaviour.ResetBeforeEffect, 0)]
    [InlineData(Misbehaviour.ResetAfterEffect, 1)]
    public async Task A_reset_is_a_broken_connection(Misbehaviour misbehaviour, int purchases)
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        cloud.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "createInstance" });

        var broken = await Assert.ThrowsAsync<HttpRequestException>(() => api.PostAsync(Instances, ApiCaller.Order()));

        // A socket may say "reset" where the in-memory door says "ended"; neither is an answer.
        Assert.Null(broken.StatusCode);
        Assert.Equal(purchases, cloud.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public async Task An_unreadable_success_is_no_JSON_although_the_order_stands()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        cloud.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.UnreadableSuccess, Operation = "createInstance" });

        var answer = await api.PostAsync(Instances, ApiCaller.Order());

        Assert.Equal(201, answer.Status);
        Assert.ThrowsAny<JsonException>(() => answer.Body);
        Assert.Single(cloud.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_429_says_how_long_to_wait_only_when_it_should()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        cloud.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequests });
        cloud.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequestsWithRetryAfter, Delay = TimeSpan.FromSeconds(7) });

        var without = await api.GetAsync(Instances);
        var with = await api.GetAsync(Instances);

        Assert.Equal((429, null), (without.Status, without.RetryAfter));
        Assert.Equal((429, TimeSpan.FromSeconds(7)), (with.Status, with.RetryAfter));
    }

    [Fact]
    public async Task Path_and_query_are_decoded_alike()
    {
        await using var cloud = await OpenAsync();
        using var api = await cloud.Caller().SignInAsync();
        await api.OrderAsync("web 1 k-42");
        await api.OrderAsync("web 1");

        Assert.Single((await api.GetAsync($"{Instances}?displayName=web%201%20k-42")).Data);
        Assert.Single((await api.GetAsync($"{Instances}?displayName=web+1+k-42")).Data);
    }

    private protected abstract Task<ICloudHarness> OpenAsync(SimulatorOptions options);

    private Task<ICloudHarness> OpenAsync() => OpenAsync(new SimulatorOptions());

    /// <summary>Through sockets the fault fires on another thread: wait for the event itself.</summary>
    private static async Task FiredAsync(SimulatedCloud cloud)
    {
        while (cloud.Faults.Fired.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}

public sealed class InMemoryDoorTests : DoorContract
{
    private protected override Task<ICloudHarness> OpenAsync(SimulatorOptions options) =>
        Task.FromResult<ICloudHarness>(new InMemoryHarness(options));
}

public sealed class KestrelDoorTests : DoorContract
{
    private protected override async Task<ICloudHarness> OpenAsync(SimulatorOptions options) => await KestrelHarness.StartAsync(options);
}
