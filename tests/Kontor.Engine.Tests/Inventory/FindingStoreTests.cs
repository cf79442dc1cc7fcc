using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tests.Common;

namespace Kontor.Engine.Tests.Inventory;

public sealed class FindingStoreTests : IDisposable
{
    private readonly TestDatabase _test = new();
    private readonly FindingStore _findings;

    private readonly TaskStore _tasks;

    public FindingStoreTests()
    {
        var ids = new SequentialIds();
        _tasks = new TaskStore(_test.Database, ids);
        _findings = new FindingStore(_test.Database, ids, _tasks);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task The_same_thing_seen_again_is_the_same_finding()
    {
        await RaiseAsync("main/7", "first");
        var first = Assert.Single(await ListAsync());
        _test.Clock.Advance(TimeSpan.FromHours(1));
        await RaiseAsync("main/7", "second");

        Assert.Equal(first with { Detail = "second", LastSeenAt = _test.Clock.GetUtcNow() }, Assert.Single(await ListAsync()));
    }

    [Fact]
    public async Task What_comes_back_after_it_was_resolved_is_a_new_finding()
    {
        await RaiseAsync("main/7", "first");
        await _test.Database.WriteAsync("test.resolve", unit => FindingStore.ResolveAsync(unit, FindingKind.Ghost, "main/7"), Cancel);
        Assert.Empty(await ListAsync());

        await RaiseAsync("main/7", "again");
        Assert.Equal("again", Assert.Single(await ListAsync()).Detail);
        Assert.Equal(2, (await ListAsync(open: false)).Count);
    }

    [Fact]
    public async Task Another_machine_is_another_finding()
    {
        await RaiseAsync("main/7", "seven");
        await RaiseAsync("main/8", "eight");

        Assert.Equal(["eight", "seven"], (await ListAsync()).Select(finding => finding.Detail));
    }

    [Fact]
    public async Task A_finding_is_a_task_for_the_staff_until_it_is_resolved()
    {
        await RaiseAsync("main/7", "first");
        var task = Assert.Single(await TasksAsync());
        Assert.Equal(("finding", (await ListAsync())[0].Id, "first", null), (task.Kind, task.About, task.Detail, task.Source));

        await _test.Database.WriteAsync("test.resolve", unit => FindingStore.ResolveAsync(unit, FindingKind.Ghost, "main/7"), Cancel);
        Assert.Equal((TaskRow.Done, "inventory"), ((await TasksAsync())[0].Status, (await TasksAsync())[0].DoneBy));
    }

    [Fact]
    public async Task A_finding_seen_again_with_other_words_says_them_in_its_task()
    {
        await RaiseAsync("main/7", "first");
        await RaiseAsync("main/7", "second");

        Assert.Equal("second", Assert.Single(await TasksAsync()).Detail);
    }

    [Fact]
    public async Task A_dismissed_task_stays_dismissed_while_its_finding_is_seen_again()
    {
        await RaiseAsync("main/7", "first");
        var task = (await TasksAsync())[0];
        await _test.Database.WriteAsync(
            "test.dismiss", unit => TaskStore.TryCloseAsync(unit, task, new TaskEnd(TaskRow.Dismissed, "ours", Actor.Kontor("test"))), Cancel);
        await RaiseAsync("main/7", "second");

        Assert.Equal((TaskRow.Dismissed, "first"), ((await TasksAsync()).Single().Status, (await TasksAsync()).Single().Detail));
    }

    private Task<List<TaskRow>> TasksAsync() => _tasks.ListAsync(new TaskFilter(OnlyOpen: false), Cancel);

    private Task RaiseAsync(string about, string detail) => _test.Database.WriteAsync(
        "test.raise", unit => _findings.RaiseAsync(unit, new NewFinding(FindingKind.Ghost, about, detail)), Cancel);

    private Task<List<Finding>> ListAsync(bool open = true) => _findings.ListAsync(open, before: null, limit: 10, Cancel);
}
