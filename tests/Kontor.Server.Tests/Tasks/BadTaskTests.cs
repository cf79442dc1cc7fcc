using System.Net;
using Kontor.Api.Tasks;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Tasks;

/// <summary>Bad input about tasks: one sentence each, and the task stays as it was.</summary>
public sealed class BadTaskTests
{
    private static readonly string TooLong = new('x', 501);

    /// <summary>Action, body, code, field.</summary>
    public static TheoryData<string, string, string, string?> Bodies => new()
    {
        { "done", "", "http.body_missing", null },
        { "done", "[]", "http.field_wrong", null },
        { "done", "{", "http.body_unreadable", null },
        { "done", "{}", "http.field_missing", "outcome" },
        { "done", """{"outcome":null}""", "http.field_wrong", "outcome" },
        { "done", """{"outcome":7}""", "http.field_wrong", "outcome" },
        { "done", """{"outcome":""}""", "tasks.outcome_invalid", "outcome" },
        { "done", """{"outcome":"a\nb"}""", "tasks.outcome_invalid", "outcome" },
        { "done", $$"""{"outcome":"{{TooLong}}"}""", "tasks.outcome_invalid", "outcome" },
        { "done", """{"outcome":"ok","reason":"x"}""", "http.field_unknown", "reason" },
        { "done", """{"outcome":"ok","outcome":"no"}""", "http.field_wrong", "outcome" },
        { "dismiss", """{"outcome":"x"}""", "http.field_unknown", "outcome" },
        { "dismiss", """{"reason":" "}""", "tasks.outcome_invalid", "reason" },
        { "assign", "{}", "http.field_missing", "assignee" },
        { "assign", """{"assignee":["anna"]}""", "http.field_wrong", "assignee" },
        { "assign", """{"assignee":""}""", "tasks.assignee_invalid", "assignee" },
        { "assign", $$"""{"assignee":"{{TooLong}}"}""", "tasks.assignee_invalid", "assignee" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_does_not_fit_changes_nothing(string action, string body, string code, string? field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var id = await TaskSamples.OpenAsync(kontor, "thing");
        var answer = await kontor.Http(await kontor.KeyAsync()).PostJsonAsync($"/api/v1/tasks/{id}/{action}", body);
        var task = await (await kontor.ClientAsync()).Tasks.GetAsync(id, Cancel);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.Equal((TaskState.Open, null, null), (task.Status, task.Assignee, task.Outcome));
    }

    [Theory]
    [InlineData("state=closed", "http.parameter_wrong", "state")]
    [InlineData("kind=Finding", "http.parameter_wrong", "kind")]
    [InlineData("kind=", "http.parameter_wrong", "kind")]
    [InlineData("assignee=", "http.parameter_wrong", "assignee")]
    [InlineData("overdue=yes", "http.parameter_wrong", "overdue")]
    [InlineData("limit=0", "http.parameter_wrong", "limit")]
    [InlineData("status=open", "http.parameter_unknown", "status")]
    public async Task A_filter_that_does_not_fit_is_refused(string query, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var answer = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync($"/api/v1/tasks?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("%F0%9F%98%80")]
    public async Task An_id_that_is_none_is_not_found(string id)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var http = kontor.Http(await kontor.KeyAsync());

        Assert.Equal("tasks.not_found", (await http.GetAnswerAsync($"/api/v1/tasks/{id}")).Problem.Code);
        Assert.Equal("tasks.not_found", (await http.PostJsonAsync($"/api/v1/tasks/{id}/done", """{"outcome":"x"}""")).Problem.Code);
    }

    [Fact]
    public async Task An_action_in_the_wrong_state_is_a_conflict()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var http = kontor.Http(await kontor.KeyAsync());
        var id = await TaskSamples.OpenAsync(kontor, "thing");
        var early = await http.PostJsonAsync($"/api/v1/tasks/{id}/reopen", "");
        await http.PostJsonAsync($"/api/v1/tasks/{id}/done", """{"outcome":"x"}""");
        var late = await http.PostJsonAsync($"/api/v1/tasks/{id}/assign", """{"assignee":null}""");

        Assert.Equal((HttpStatusCode.Conflict, "tasks.still_open"), (early.Status, early.Problem.Code));
        Assert.Equal((HttpStatusCode.Conflict, "tasks.not_open"), (late.Status, late.Problem.Code));
    }
}
