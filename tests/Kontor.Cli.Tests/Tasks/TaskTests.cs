using Kontor.Api.Tasks;

namespace Kontor.Cli.Tests.Tasks;

public sealed class TaskTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly CommandLine _cli = new()
    {
        Server = new Stub()
            .OnList("GET /api/v1/tasks?kind=finding&overdue=true&limit=200", Sample)
            .On("POST /api/v1/tasks/TASK1/done", Sample)
            .On("POST /api/v1/tasks/TASK1/assign", Sample),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_list_asks_for_what_its_options_say_and_shows_what_to_do_by_when()
    {
        var outcome = await _cli.RunAsync("tasks", "list", "--kind", "finding", "--overdue");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Look at the machine", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_of_a_task_is_sent_along()
    {
        await _cli.RunAsync("tasks", "done", "TASK1", "--outcome", "paid in the panel");

        Assert.Equal("paid in the panel", Assert.Single(_cli.Server.Bodies).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_task_without_an_outcome_is_not_done()
    {
        var outcome = await _cli.RunAsync("tasks", "done", "TASK1");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(_cli.Server.Requests);
    }

    [Fact]
    public async Task Nobody_named_is_nobody()
    {
        await _cli.RunAsync("tasks", "assign", "TASK1");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, Assert.Single(_cli.Server.Bodies).GetProperty("assignee").ValueKind);
    }

    private static TaskResponse Sample => new()
    {
        Id = "TASK1",
        Kind = "finding",
        About = "FIND1",
        Title = "Look at the machine",
        Detail = "It carries a marker of ours and serves nobody.",
        Consequence = "It goes on costing money.",
        DeadlineAt = Noon,
        Assignee = null,
        Status = TaskState.Open,
        Source = null,
        SubjectId = null,
        InstanceId = null,
        OperationId = null,
        Outcome = null,
        DoneBy = null,
        DoneAt = null,
        CreatedAt = Noon,
        UpdatedAt = Noon,
    };
}
