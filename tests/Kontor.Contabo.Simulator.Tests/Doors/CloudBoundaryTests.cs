using Kontor.Contabo.Simulator.Doors;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Doors;

public sealed class CloudBoundaryTests
{
    private const string Instances = "/v1/compute/instances";

    [Fact]
    public async Task Nothing_is_done_at_Sent_and_all_is_done_at_Received()
    {
        var rig = new CloudRig();
        var seen = new List<(CloudBoundary, int)>();
        using var api = rig.Caller(boundary: new Watch((point, _) => seen.Add((point, rig.Cloud.PurchaseLog.Count))));
        await api.SignInAsync();
        seen.Clear();

        await api.OrderAsync();

        Assert.Equal([(CloudBoundary.Sent, 0), (CloudBoundary.Received, 1)], seen);
    }

    [Fact]
    public async Task A_request_given_up_on_the_wire_never_arrives_unless_told()
    {
        var rig = new CloudRig();
        await GiveUpOnTheWireAsync(rig);

        rig.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(rig.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_request_given_up_on_the_wire_may_arrive_late()
    {
        var rig = new CloudRig(new SimulatorOptions { AbandonedRequestArrivesAfter = TimeSpan.FromSeconds(40) });
        await GiveUpOnTheWireAsync(rig);

        rig.Clock.Advance(TimeSpan.FromSeconds(39));
        Assert.Empty(rig.Cloud.PurchaseLog);
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(rig.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_late_effect_comes_at_its_time_and_leaves_an_audit_row_with_the_request_id()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TimeoutThenLateEffect, Delay = TimeSpan.FromMinutes(3) });
        using var patience = new CancellationTokenSource();
        var order = api.SendUntilAsync(HttpMethod.Post, Instances, ApiCaller.Order(), ApiCaller.RequestId(7), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);

        rig.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(new DateTimeOffset(2026, 11, 10, 9, 3, 0, TimeSpan.Zero), Assert.Single(rig.Cloud.PurchaseLog).At);
        Assert.Single((await api.GetAsync($"{Instances}/audits?requestId={ApiCaller.RequestId(7)}")).Data);
    }

    [Fact]
    public async Task The_door_never_leaves_the_callers_thread()
    {
        var rig = new CloudRig();
        var threads = new HashSet<int>();
        var hold = new TaskCompletionSource();
        using var api = rig.Caller(boundary: new Watch(async (_, _) =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await hold.Task;
            threads.Add(Environment.CurrentManagedThreadId);
        }));
        var signIn = api.SignInAsync();

        // Whoever completes what the call waits for carries it on: here, this very thread, all the way to the answer.
        var here = Environment.CurrentManagedThreadId;
        hold.SetResult();

        Assert.True(signIn.IsCompletedSuccessfully);
        Assert.Equal([here], threads);
        await signIn;
    }

    [Fact]
    public async Task A_dropped_connection_is_an_answer_that_ended_early()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ResetAfterEffect });

        var broken = await Assert.ThrowsAsync<HttpRequestException>(() => api.GetAsync(Instances));

        Assert.Equal(HttpRequestError.ResponseEnded, broken.HttpRequestError);
    }

    private static async Task GiveUpOnTheWireAsync(CloudRig rig)
    {
        using var patience = new CancellationTokenSource();
        using var api = rig.Caller(boundary: new Watch((point, request) =>
        {
            if (point == CloudBoundary.Sent && request.RequestUri!.AbsolutePath == Instances)
            {
                patience.Cancel();
            }
        }));
        await api.SignInAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.SendUntilAsync(HttpMethod.Post, Instances, ApiCaller.Order(), null, patience.Token));
    }

    private sealed class Watch(Func<CloudBoundary, HttpRequestMessage, ValueTask> reached) : ICloudBoundary
    {
        public Watch(Action<CloudBoundary, HttpRequestMessage> reached)
            : this((point, request) =>
            {
                reached(point, request);
                return ValueTask.CompletedTask;
            })
        {
        }

        public ValueTask ReachedAsync(CloudBoundary point, HttpRequestMessage request, CancellationToken cancellationToken) =>
            reached(point, request);
    }
}
