using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Tasks;

/// <summary>An overdue task is announced when its deadline passes, and daily until it is closed.</summary>
public sealed class OverdueTests : IDisposable
{
    private readonly TaskRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task A_task_is_announced_once_when_its_deadline_passes_and_once_each_day()
    {
        await _room.OpenAsync(_room.Sample());
        Assert.Equal(0, await PassAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(1, await PassAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, await PassAsync(TimeSpan.FromHours(23)));
        Assert.Equal(2, await PassAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_closed_task_is_not_announced()
    {
        await _room.OpenAsync(_room.Sample());
        await _room.CompleteAsync();

        Assert.Equal(0, await PassAsync(TimeSpan.FromDays(3)));
    }

    [Fact]
    public async Task A_reopened_task_whose_deadline_has_passed_is_announced_at_once()
    {
        var id = await _room.OpenAsync(_room.Sample());
        Assert.Equal(1, await PassAsync(TimeSpan.FromHours(2)));
        await _room.DoneAsync(id);
        await _room.ReopenAsync(id);

        Assert.Equal(2, await PassAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task More_tasks_than_one_write_takes_are_all_announced()
    {
        for (var number = 0; number < 120; number++)
        {
            await _room.OpenAsync(_room.Sample($"thing {number}"));
        }

        Assert.Equal(120, await PassAsync(TimeSpan.FromHours(1)));
    }

    /// <summary>Lets time pass, sweeps twice, and counts all announcements so far.</summary>
    private async Task<int> PassAsync(TimeSpan span)
    {
        _room.Test.Clock.Advance(span);
        var sweep = new AnnounceOverdueTasks(_room.Test.Database, _room.Test.Clock, new TaskOptions());
        await sweep.RunAsync(TestContext.Current.CancellationToken);
        await sweep.RunAsync(TestContext.Current.CancellationToken);
        return (await _room.EventsAsync()).Count(happened => happened.Type == "TaskOverdue");
    }
}
