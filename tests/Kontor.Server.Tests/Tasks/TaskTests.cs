using Kontor.Api;
using Kontor.Api.Tasks;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Tasks;

public sealed class TaskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_purchase_that_waits_is_in_the_inbox_until_a_person_decides()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        kontor.Cloud.Faults.Add(new Contabo.Simulator.Faults.FaultRule
        {
            Misbehaviour = Contabo.Simulator.Faults.Misbehaviour.ResetBeforeEffect, Operation = "createInstance",
        });
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(30), steps: 60);

        var task = Assert.Single(await OpenAsync(client));
        Assert.Equal(("operation_needs_attention", order.Operation.Id, "shop"), (task.Kind, task.OperationId, task.Source));
        await client.Operations.GiveUpAsync(order.Operation.Id, "give-up-1", Cancel);

        Assert.Empty(await OpenAsync(client));
        Assert.Equal(TaskState.Done, (await client.Tasks.GetAsync(task.Id, Cancel)).Status);
    }

    [Fact]
    public async Task A_task_lives_from_hand_to_hand()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var id = await TaskSamples.OpenAsync(kontor, "thing");

        var assigned = await client.Tasks.AssignAsync(id, new AssignTaskRequest { Assignee = "anna" }, "key-1", Cancel);
        var dismissed = await client.Tasks.DismissAsync(id, new DismissTaskRequest { Reason = "not ours" }, "key-2", Cancel);
        var reopened = await client.Tasks.ReopenAsync(id, "key-3", Cancel);
        var done = await client.Tasks.DoneAsync(id, new TaskDoneRequest { Outcome = "called them 🎉" }, "key-4", Cancel);

        Assert.Equal(("anna", TaskState.Open), (assigned.Assignee, assigned.Status));
        Assert.Equal((TaskState.Dismissed, "not ours"), (dismissed.Status, dismissed.Outcome));
        Assert.Equal((TaskState.Open, null), (reopened.Status, reopened.Outcome));
        Assert.Equal((TaskState.Done, "called them 🎉", "anna"), (done.Status, done.Outcome, done.Assignee));
        Assert.NotNull(done.DoneBy);
    }

    [Fact]
    public async Task A_finding_is_a_task_that_the_staff_sees_and_no_source()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        kontor.Cloud.Panel.Add(KontorUnderTest.Account().ClientId, "V153", "by hand");
        await kontor.SweepAsync();

        Assert.Equal("finding", Assert.Single(await OpenAsync(await kontor.ClientAsync(source: null))).Kind);
        Assert.Empty(await OpenAsync(await kontor.ClientAsync()));
    }

    [Fact]
    public async Task The_staff_sees_the_tasks_of_all_and_a_source_its_own()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var staffOnly = await TaskSamples.OpenAsync(kontor, "staff", source: null);
        kontor.Clock.Advance(TimeSpan.FromMinutes(1));
        var own = await TaskSamples.OpenAsync(kontor, "own");

        Assert.Equal([staffOnly, own], (await OpenAsync(await kontor.ClientAsync(source: null))).Select(task => task.Id));
        Assert.Equal([own], (await OpenAsync(await kontor.ClientAsync())).Select(task => task.Id));
        Assert.Null(await (await kontor.ClientAsync()).Tasks.FindAsync(staffOnly, Cancel));
    }

    [Fact]
    public async Task The_list_is_read_in_pages_by_deadline()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        foreach (var about in new[] { "c", "b", "a" })
        {
            await TaskSamples.OpenAsync(kontor, about);
            kontor.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var http = kontor.Http(await kontor.KeyAsync());
        var first = (await http.GetAnswerAsync("/api/v1/tasks?limit=2")).Json;
        var second = (await http.GetAnswerAsync($"/api/v1/tasks?limit=2&cursor={first.GetProperty("nextCursor").GetString()}")).Json;

        Assert.Equal(["c", "b", "a"], first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(task => task.GetProperty("about").GetString()));
    }

    [Fact]
    public async Task Overdue_tasks_are_those_whose_deadline_has_passed()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        await TaskSamples.OpenAsync(kontor, "thing");

        Assert.Empty(await client.Tasks.ListAsync(false, null, null, onlyOverdue: true, Cancel).ToListAsync(Cancel));
        kontor.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await client.Tasks.ListAsync(false, null, null, onlyOverdue: true, Cancel).ToListAsync(Cancel));
    }

    private static Task<List<TaskResponse>> OpenAsync(KontorClient client) =>
        client.Tasks.ListAsync(includeClosed: false, null, null, onlyOverdue: false, Cancel).ToListAsync(Cancel).AsTask();
}
