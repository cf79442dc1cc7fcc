using System.Net;
using Kontor.Api.Inventory;

namespace Kontor.Cli.Tests.Inventory;

public sealed class FindingTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("", "state=open")]
    [InlineData("--state ignored", "state=ignored")]
    [InlineData("--state all --kind orphan", "state=all&kind=orphan")]
    public async Task A_list_asks_for_what_its_options_say(string options, string query)
    {
        _cli.Server.OnList($"GET /api/v1/findings?{query}&limit=200", Sample);

        var outcome = await _cli.RunAsync(["findings", "list", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Contains("FIN1", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ignored_finding_needs_a_reason()
    {
        Assert.Equal(2, (await _cli.RunAsync("findings", "ignore", "FIN1")).ExitCode);
        Assert.Empty(_cli.Server.Requests);
    }

    [Fact]
    public async Task What_is_decided_about_a_finding_is_shown()
    {
        _cli.Server.On("POST /api/v1/findings/FIN1/ignore", Sample).On("POST /api/v1/findings/FIN1/reopen", Sample).On("POST /api/v1/findings/FIN1/adopt", Samples.Instance());

        Assert.Contains("FIN1", (await _cli.RunAsync("findings", "ignore", "FIN1", "--reason", "ours")).Output, StringComparison.Ordinal);
        Assert.Contains("FIN1", (await _cli.RunAsync("findings", "reopen", "FIN1")).Output, StringComparison.Ordinal);
        Assert.Contains("INS1", (await _cli.RunAsync("findings", "adopt", "FIN1")).Output, StringComparison.Ordinal);
        Assert.Equal("ours", Assert.Single(_cli.Server.Bodies).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 11)]
    [InlineData(HttpStatusCode.Conflict, 12)]
    [InlineData(HttpStatusCode.Forbidden, 13)]
    public async Task A_refusal_ends_with_the_code_of_its_kind(HttpStatusCode status, int code)
    {
        _cli.Server.OnProblem("POST /api/v1/findings/FIN1/adopt", status, "inventory.refused", "No.");

        Assert.Equal(new Outcome(code, "", "kontor: No.\n"), await _cli.RunAsync("findings", "adopt", "FIN1"));
    }

    private static FindingResponse Sample => new()
    {
        Id = "FIN1",
        State = FindingState.Open,
        Kind = "orphan",
        About = "100200",
        Account = "main",
        SubjectId = null,
        Detail = "It carries a marker of ours and serves nobody.",
        FirstSeenAt = Samples.At,
        LastSeenAt = Samples.At,
        ResolvedAt = null,
        IgnoredAt = null,
        IgnoredReason = null,
    };
}
