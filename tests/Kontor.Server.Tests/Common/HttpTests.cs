using System.Text;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;
using Kontor.Server.Common;
using Kontor.Server.Host;
using Kontor.Server.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Server.Tests.Common;

/// <summary>Whatever goes wrong, the answer is a problem.</summary>
public sealed class HttpTests(SharedKontor shared) : IClassFixture<SharedKontor>
{
    [Theory]
    [InlineData("GET", "/nowhere", 404, "http.route_not_found")]
    [InlineData("GET", "/api/v1/nowhere", 404, "http.route_not_found")]
    [InlineData("DELETE", "/api/v1/orders", 405, "http.method_not_allowed")]
    [InlineData("POST", "/health/live", 405, "http.method_not_allowed")]
    public async Task What_the_router_refuses_is_a_problem_for_everyone(string method, string path, int status, string code)
    {
        var answer = await HttpExtensions.SendAsync(shared.Kontor.Http(), new HttpRequestMessage(new HttpMethod(method), path));

        AssertProblem(answer, status, code);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("*/*")]
    public async Task A_problem_is_json_whatever_the_caller_would_rather_have(string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add("Accept", accept);

        AssertProblem(await HttpExtensions.SendAsync(shared.Kontor.Http(), request), 404, "http.route_not_found");
    }

    [Fact]
    public async Task A_body_that_is_no_json_by_its_type_is_a_problem()
    {
        var http = shared.Kontor.Http(await shared.Kontor.KeyAsync());
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders") { Content = new StringContent("plan=V153", Encoding.UTF8, "text/plain") };

        AssertProblem(await HttpExtensions.SendAsync(http, request), 415, "http.unsupported_media_type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_above_the_limit_is_a_problem(bool chunked)
    {
        var http = shared.Kontor.Http(await shared.Kontor.KeyAsync());
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders")
        {
            Content = new StringContent($"{{\"label\":\"{new string('a', (int)WebServer.LargestBody)}\"}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Add("Idempotency-Key", "key");

        AssertProblem(await HttpExtensions.SendAsync(http, request), 413, "http.body_too_large");
    }

    [Fact]
    public async Task A_bug_is_a_problem_that_says_nothing_about_itself()
    {
        await using var kontor = await KontorUnderTest.StartAsync(
            overrides: services => services.AddSingleton<SubjectStore>(_ => throw new InvalidOperationException("a secret thought")));
        var answer = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync("/api/v1/subjects");

        AssertProblem(answer, 500, "http.unexpected");
        Assert.DoesNotContain("secret thought", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/operations?stauts=failed", "stauts")]
    [InlineData("/api/v1/orders?status=failed", "status")]
    [InlineData("/api/v1/catalog?page=2", "page")]
    [InlineData("/health/live?x=1", "x")]
    public async Task An_unknown_query_parameter_is_refused_by_its_name(string path, string name)
    {
        var answer = await shared.Kontor.Http(await shared.Kontor.KeyAsync()).GetAnswerAsync(path);

        AssertProblem(answer, 400, "http.parameter_unknown");
        Assert.Equal(name, answer.Problem.Field);
    }

    [Theory]
    [InlineData("/api/v1/operations?status=done", "status")]
    [InlineData("/api/v1/findings?state=closed", "state")]
    [InlineData("/api/v1/orders?limit=0", "limit")]
    [InlineData("/api/v1/orders?limit=201", "limit")]
    [InlineData("/api/v1/orders?limit=ten", "limit")]
    [InlineData("/api/v1/orders?limit=1&limit=2", "limit")]
    [InlineData("/api/v1/events?limit=501", "limit")]
    [InlineData("/api/v1/events?after=-1", "after")]
    [InlineData("/api/v1/events?after=99999999999999999999", "after")]
    public async Task A_wrong_query_parameter_is_refused_by_its_name(string path, string name)
    {
        var answer = await shared.Kontor.Http(await shared.Kontor.KeyAsync()).GetAnswerAsync(path);

        AssertProblem(answer, 400, "http.parameter_wrong");
        Assert.Equal(name, answer.Problem.Field);
    }

    [Fact]
    public async Task Every_answer_forbids_browsers_to_guess_its_type()
    {
        using var answer = await shared.Kontor.Http().GetAsync("/nowhere", TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public void Every_kind_of_problem_has_a_status_of_its_own()
    {
        var statuses = Enum.GetValues<ProblemKind>().Select(ProblemMapping.StatusOf).ToList();

        Assert.Equal(statuses.Count, statuses.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ProblemMapping.StatusOf((ProblemKind)99));
    }

    [Fact]
    public void Every_kind_of_problem_has_an_exit_code_of_its_own()
    {
        var codes = Enum.GetValues<ProblemKind>().Select(ExitCodes.Of)
            .Concat([ExitCodes.Done, ExitCodes.Unexpected, ExitCodes.Settings, ExitCodes.Database, ExitCodes.Port, ExitCodes.AuditBroken]).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    private static void AssertProblem(Answer answer, int status, string code)
    {
        Assert.Equal((status, "application/problem+json", code), ((int)answer.Status, answer.ContentType, answer.Problem.Code));
        Assert.Equal(($"urn:kontor:problem:{code}", status), (answer.Problem.Type, answer.Problem.Status));
        Assert.NotNull(answer.Problem.TraceId);
    }
}
