using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Tasks;

/// <summary>What opens a task, what closes it, and in which order people see them.</summary>
public sealed class TaskStoreTests : IDisposable
{
    private readonly TaskRoom _room = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task The_same_cause_opens_one_task_and_its_detail_is_the_newest()
    {
        var first = await _room.OpenAsync(_room.Sample());
        _room.Test.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await _room.OpenAsync(_room.Sample() with { Detail = "Do it another way." });

        Assert.Equal(first, second);
        var task = await _room.ShowAsync(first);
        Assert.Equal(("Do it another way.", task.CreatedAt + TimeSpan.FromMinutes(5)), (task.Detail, task.UpdatedAt));
        Assert.Equal(task.CreatedAt + TimeSpan.FromHours(1), task.DeadlineAt);
        Assert.Equal(["task.opened", "task.refreshed"], await _room.AuditAsync());
    }

    [Fact]
    public async Task The_same_words_again_change_nothing()
    {
        var id = await _room.OpenAsync(_room.Sample());
        _room.Test.Clock.Advance(TimeSpan.FromMinutes(5));
        await _room.OpenAsync(_room.Sample());

        Assert.Equal((await _room.ShowAsync(id)).CreatedAt, (await _room.ShowAsync(id)).UpdatedAt);
        Assert.Equal(["task.opened"], await _room.AuditAsync());
    }

    [Fact]
    public async Task A_cause_that_comes_back_is_a_new_task()
    {
        var first = await _room.OpenAsync(_room.Sample());
        await _room.CompleteAsync();
        var second = await _room.OpenAsync(_room.Sample());

        Assert.NotEqual(first, second);
        Assert.Equal((TaskRow.Done, "The cause is gone.", "test"),
            ((await _room.ShowAsync(first)).Status, (await _room.ShowAsync(first)).Outcome, (await _room.ShowAsync(first)).DoneBy));
    }

    [Fact]
    public async Task Completing_what_is_not_open_does_nothing()
    {
        await _room.CompleteAsync();

        Assert.Empty(await _room.AuditAsync());
        Assert.Empty(await _room.EventsAsync());
    }

    [Fact]
    public async Task Opening_and_closing_are_events_of_the_subject()
    {
        await _room.OpenAsync(_room.Sample());
        await _room.CompleteAsync();

        Assert.Equal([("TaskOpened", "subject"), ("TaskClosed", "subject")], await _room.EventsAsync());
    }

    [Fact]
    public async Task Events_of_a_task_for_the_staff_are_read_by_no_source()
    {
        await _room.OpenAsync(_room.Sample(source: null));
        await _room.CompleteAsync();

        Assert.Equal([("TaskOpened", null), ("TaskClosed", null)], await _room.EventsAsync());
    }

    [Fact]
    public async Task The_nearest_deadline_comes_first_and_pages_follow_each_other()
    {
        await _room.OpenAsync(_room.Sample("late", within: TimeSpan.FromHours(3)));
        await _room.OpenAsync(_room.Sample("soon-1"));
        await _room.OpenAsync(_room.Sample("soon-2"));
        await _room.OpenAsync(_room.Sample("middle", within: TimeSpan.FromHours(2)));

        var first = await _room.Store.ListAsync(new TaskFilter(Limit: 2), Cancel);
        var rest = await _room.ListAsync(new TaskFilter(After: first[^1].Id));

        Assert.Equal(["soon-1", "soon-2"], first.Select(task => task.About));
        Assert.Equal(["middle", "late"], rest);
    }

    [Fact]
    public async Task Filters_leave_out_what_does_not_match()
    {
        await _room.OpenAsync(_room.Sample("mine"));
        await _room.OpenAsync(_room.Sample("staff", source: null));
        await _room.OpenAsync(_room.Sample("other", source: "other"));
        await _room.OpenAsync(_room.Sample("closed"));
        await _room.CompleteAsync("closed");
        await _room.OpenAsync(_room.Sample("late", within: TimeSpan.FromMinutes(-1)) with { Source = "shop" });
        var mine = await _room.Store.ListAsync(new TaskFilter("shop"), Cancel);
        await _room.AssignAsync(mine[^1].Id, "anna");

        Assert.Equal(["late", "mine"], await _room.ListAsync(new TaskFilter("shop")));
        Assert.Equal(["late", "mine", "closed"], await _room.ListAsync(new TaskFilter("shop", OnlyOpen: false)));
        Assert.Equal(["late"], await _room.ListAsync(new TaskFilter("shop", OverdueAt: _room.Test.Clock.GetUtcNow())));
        Assert.Equal(["mine"], await _room.ListAsync(new TaskFilter("shop", Assignee: "anna")));
        Assert.Empty(await _room.ListAsync(new TaskFilter("shop", Kind: "another_kind")));
        Assert.Equal(4, (await _room.ListAsync(new TaskFilter())).Count);
    }

    [Fact]
    public async Task A_place_in_the_list_that_is_another_sources_leads_nowhere()
    {
        var foreign = await _room.OpenAsync(_room.Sample("other", source: "other"));
        await _room.OpenAsync(_room.Sample("mine", within: TimeSpan.FromHours(2)));

        Assert.Empty(await _room.ListAsync(new TaskFilter("shop", After: foreign)));
        Assert.Equal(["mine"], await _room.ListAsync(new TaskFilter(After: foreign)));
    }
}
