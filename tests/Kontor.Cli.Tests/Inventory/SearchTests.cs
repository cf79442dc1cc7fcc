using Kontor.Api.Inventory;

namespace Kontor.Cli.Tests.Inventory;

public sealed class SearchTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Who_had_an_address_at_an_instant_is_a_row()
    {
        _cli.Server.On("GET /api/v1/search?q=198.51.100.7&at=2026-11-03T11%3A00%3A00.000Z", Found("INS1"));

        var outcome = await _cli.RunAsync("search", "198.51.100.7", "--at", "2026-11-03T12:00:00+01:00");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("address  INS1  198.51.100.7  SUB1", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@example.com", "anna%40example.com")]
    [InlineData("a&b", "a%26b")]
    public async Task Whatever_is_searched_for_is_sent_as_it_is(string text, string sent)
    {
        _cli.Server.On($"GET /api/v1/search?q={sent}", Found());

        var outcome = await _cli.RunAsync("search", text);

        Assert.Equal((0, "Nothing was found.\n"), (outcome.ExitCode, outcome.Errors));
    }

    [Theory]
    [InlineData("2026-11-03")]
    [InlineData("2026-11-03T12:00:00")]
    [InlineData("now")]
    public async Task An_instant_without_its_offset_is_refused_here(string at)
    {
        var outcome = await _cli.RunAsync("search", "198.51.100.7", "--at", at);

        Assert.Equal((2, 0), (outcome.ExitCode, _cli.Server.Requests.Count));
    }

    private static SearchResponse Found(params string[] machines) => new()
    {
        Items =
        [
            .. machines.Select(machine => new SearchHitResponse
            {
                Kind = "address", Id = machine, Title = "198.51.100.7", SubjectId = "SUB1", InstanceId = machine, From = Samples.At, To = null,
            }),
        ],
    };
}
