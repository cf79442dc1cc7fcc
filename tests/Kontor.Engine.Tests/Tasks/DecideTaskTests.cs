using Kontor.Engine.Common;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Tasks;

/// <summary>What people do with tasks, and what they may not.</summary>
public sealed class DecideTaskTests : IDisposable
{
    private readonly TaskRoom _room = new();

    public static TheoryData<string> BadOutcomes => ["", "   ", new string('x', 501), "two\nlines", "a\0b"];

    public static TheoryData<string> BadAssignees => ["", "   ", new string('x', 101), "two\nlines"];

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task A_task_that_was_done_says_by_whom_and_what_came_of_it()
    {
        var id = await _room.OpenAsync(_room.Sample());
        var done = (await _room.DoneAsync(id, "Paid the invoice 🎉")).Value;

        Assert.Equal(
            (TaskRow.Done, "Paid the invoice 🎉", "key-1", _room.Test.Clock.GetUtcNow()),
            (done.Status, done.Outcome, done.DoneBy, done.DoneAt!.Value));
        Assert.Equal(["task.opened", "task.done"], await _room.AuditAsync());
    }

    [Fact]
    public async Task A_dismissed_task_can_be_opened_again_with_the_deadline_it_had()
    {
        var id = await _room.OpenAsync(_room.Sample());
        Assert.Equal(TaskRow.Dismissed, (await _room.DismissAsync(id)).Value.Status);
        _room.Test.Clock.Advance(TimeSpan.FromDays(1));
        var again = (await _room.ReopenAsync(id)).Value;

        Assert.Equal((TaskRow.Open, null, null, null), (again.Status, again.Outcome, again.DoneBy, again.DoneAt));
        Assert.Equal(again.CreatedAt + TimeSpan.FromHours(1), again.DeadlineAt);
        Assert.Equal(["task.opened", "task.dismissed", "task.reopened"], await _room.AuditAsync());
        Assert.Equal(["TaskOpened", "TaskClosed", "TaskOpened"], (await _room.EventsAsync()).Select(happened => happened.Type));
    }

    [Fact]
    public async Task A_task_is_closed_once()
    {
        var id = await _room.OpenAsync(_room.Sample());
        await _room.DoneAsync(id);

        Assert.Equal("tasks.not_open", (await _room.DoneAsync(id)).Problem!.Code);
        Assert.Equal("tasks.not_open", (await _room.DismissAsync(id)).Problem!.Code);
        Assert.Equal("tasks.not_open", (await _room.AssignAsync(id, "anna")).Problem!.Code);
        Assert.Equal("Called them.", (await _room.ShowAsync(id)).Outcome);
    }

    [Fact]
    public async Task An_open_task_is_not_reopened()
    {
        var id = await _room.OpenAsync(_room.Sample());

        Assert.Equal("tasks.still_open", (await _room.ReopenAsync(id)).Problem!.Code);
    }

    [Fact]
    public async Task An_old_task_is_not_reopened_beside_a_newer_one_about_the_same_thing()
    {
        var old = await _room.OpenAsync(_room.Sample());
        await _room.DoneAsync(old);
        var newer = await _room.OpenAsync(_room.Sample());
        var refused = (await _room.ReopenAsync(old)).Problem!;

        Assert.Equal("tasks.opened_anew", refused.Code);
        Assert.Contains(newer, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_assigned_and_given_back_and_the_audit_names_nobody()
    {
        var id = await _room.OpenAsync(_room.Sample());

        Assert.Equal("anna", (await _room.AssignAsync(id, "anna")).Value.Assignee);
        Assert.Null((await _room.AssignAsync(id, null)).Value.Assignee);
        Assert.Equal(["task.opened", "task.assigned", "task.assigned"], await _room.AuditAsync());
    }

    [Theory]
    [InlineData("other")]
    [InlineData("shop")]
    public async Task What_a_source_may_not_see_is_not_there_for_it(string source)
    {
        var id = await _room.OpenAsync(_room.Sample(source: source == "shop" ? null : "shop"));

        Assert.Equal("tasks.not_found", (await _room.DoneAsync(id, source: source)).Problem!.Code);
        Assert.Equal("tasks.not_found", (await _room.DismissAsync(id, source: source)).Problem!.Code);
        Assert.Equal("tasks.not_found", (await _room.AssignAsync(id, "anna", source)).Problem!.Code);
        Assert.Equal("tasks.not_found", (await _room.ReopenAsync(id, source)).Problem!.Code);
        Assert.Equal(TaskRow.Open, (await _room.ShowAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(BadOutcomes))]
    public async Task An_outcome_is_one_line_of_words(string outcome)
    {
        var id = await _room.OpenAsync(_room.Sample());

        Assert.Equal(("tasks.outcome_invalid", "outcome"), Named((await _room.DoneAsync(id, outcome)).Problem!));
        Assert.Equal(("tasks.outcome_invalid", "reason"), Named((await _room.DismissAsync(id, outcome)).Problem!));
        Assert.Equal(TaskRow.Open, (await _room.ShowAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(BadAssignees))]
    public async Task An_assignee_is_a_name(string assignee)
    {
        var id = await _room.OpenAsync(_room.Sample());

        Assert.Equal(("tasks.assignee_invalid", "assignee"), Named((await _room.AssignAsync(id, assignee)).Problem!));
        Assert.Null((await _room.ShowAsync(id)).Assignee);
    }

    private static (string Code, string? Field) Named(Problem problem) => (problem.Code, problem.Field);
}
