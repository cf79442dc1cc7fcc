using System.Net;
using Kontor.Api;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Server.Tests.Common;

/// <summary>The typed client of the API.</summary>
public sealed class ClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_absent_is_null_and_getting_it_throws()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        Assert.Null(await client.Orders.FindAsync("nothing", Cancel));
        Assert.Null(await client.Subjects.FindAsync("nothing", Cancel));
        Assert.Null(await client.Instances.FindAsync("nothing", Cancel));
        Assert.Null(await client.Operations.FindAsync("nothing", Cancel));
        Assert.Equal("operations.not_found", (await Assert.ThrowsAsync<KontorApiException>(() => client.Operations.GetAsync("nothing", Cancel))).Code);
    }

    [Fact]
    public async Task An_address_that_is_not_kontors_is_no_absent_thing()
    {
        using var http = new HttpClient(new Stub(HttpStatusCode.NotFound)) { BaseAddress = new Uri("http://localhost/") };
        var client = new KontorClient(http, "key");

        Assert.Null((await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.FindAsync("x", Cancel))).Problem);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Nothing_is_ever_sent_twice(HttpStatusCode status)
    {
        var stub = new Stub(status);
        using var http = new HttpClient(stub) { BaseAddress = new Uri("http://localhost/") };
        var client = new KontorClient(http, "key");

        await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.CreateAsync(Orders.Sample(), "one", Cancel));

        Assert.Equal(["one"], stub.Keys);
    }

    [Fact]
    public async Task Waiting_ends_when_a_person_is_needed()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        kontor.Cloud.Faults.Add(new Contabo.Simulator.Faults.FaultRule
        {
            Misbehaviour = Contabo.Simulator.Faults.Misbehaviour.ResetBeforeEffect, Operation = "createInstance",
        });
        var order = await client.Orders.CreateAsync(Orders.Sample(), "key", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(30), steps: 60);

        var waited = await client.WaitForOperationAsync(order.Operation.Id, new FakeTimeProvider(), TimeSpan.FromSeconds(1), Cancel);

        Assert.Equal(OperationStatus.NeedsAttention, waited.Status);
    }

    [Fact]
    public async Task Waiting_looks_again_after_the_pause_and_no_sooner()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "key", Cancel);
        var clock = new CountingClock();

        var waiting = client.WaitForOperationAsync(order.Operation.Id, clock, TimeSpan.FromSeconds(2), Cancel);
        await clock.TimerMade;
        Assert.False(waiting.IsCompleted);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(OperationStatus.Succeeded, (await waiting).Status);
    }

    /// <summary>Says when somebody began to wait.</summary>
    private sealed class CountingClock : FakeTimeProvider
    {
        private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task TimerMade => _made.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _made.TrySetResult();
            return timer;
        }
    }

    private sealed class Stub(HttpStatusCode status) : HttpMessageHandler
    {
        public List<string> Keys { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Keys.AddRange(request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys : []);
            return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request });
        }
    }
}
