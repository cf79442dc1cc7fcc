using System.Net;
using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Inventory;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Api.Storage;

namespace Kontor.Cli.Tests.Common;

public sealed class ListTests : IDisposable
{
    private const string First = "GET /api/v1/instances?limit=200";
    private const string Second = "GET /api/v1/instances?limit=200&cursor=two";

    private readonly CommandLine _cli = new()
    {
        Server = new Stub()
            .On(First, new ListPage<InstanceResponse> { Items = [Samples.Instance("A"), Samples.Instance("B", "a much longer label")], NextCursor = "two" })
            .OnList(Second, Samples.Instance("C")),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task All_pages_are_read_and_the_headings_stand_once()
    {
        var outcome = await _cli.RunAsync("instances", "list", "--columns", "id,label");

        Assert.Equal("ID  LABEL\nA   web 1\nB   a much longer label\nC   web 1\n", outcome.Output);
        Assert.Equal([First, Second], _cli.Server.Requests);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("jsonl")]
    public async Task A_page_is_shown_before_the_next_is_there(string format)
    {
        var shown = "";
        // The next page comes only once what there is was handed on; if it never is, the page never comes.
        _cli.Server.WaitsFor = request => request == Second ? _cli.Flushed.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System) : Task.CompletedTask;
        _cli.Server.Before = request => shown = request == Second ? _cli.Output : shown;

        await _cli.RunAsync("instances", "list", "--output", format);

        Assert.Contains("a much longer label", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_ends_the_reading()
    {
        var outcome = await _cli.RunAsync("instances", "list", "--limit", "2", "--columns", "id");

        Assert.Equal("ID\nA\nB\n", outcome.Output);
        Assert.Equal([First], _cli.Server.Requests);
    }

    [Fact]
    public async Task A_list_that_breaks_off_says_so_after_what_it_has()
    {
        using var cli = new CommandLine
        {
            Server = new Stub()
                .On(First, new ListPage<InstanceResponse> { Items = [Samples.Instance("A")], NextCursor = "two" })
                .OnProblem(Second, HttpStatusCode.ServiceUnavailable, "http.not_ready", "The database is away."),
        };

        Assert.Equal(new Outcome(15, "ID\nA\n", "kontor: The database is away.\n"), await cli.RunAsync("instances", "list", "--columns", "id"));
    }

    [Theory]
    [InlineData("orders list --subject S", "orders?subject=S&limit=200")]
    [InlineData("subjects list", "subjects?limit=200")]
    [InlineData("instances list --subject S&x=1", "instances?subject=S%26x%3D1&limit=200")]
    [InlineData("operations list --status needs_attention --subject S", "operations?status=needs_attention&subject=S&limit=200")]
    [InlineData("findings list", "findings?state=open&limit=200")]
    [InlineData("findings list --state open", "findings?state=open&limit=200")]
    [InlineData("findings list --state all", "findings?state=all&limit=200")]
    [InlineData("purchases list", "purchases?limit=200")]
    public async Task Filters_are_those_of_rest(string line, string path)
    {
        var noun = line.Split(' ')[0];
        _ = noun switch
        {
            "orders" => _cli.Server.OnList<OrderResponse>($"GET /api/v1/{path}"),
            "subjects" => _cli.Server.OnList<SubjectResponse>($"GET /api/v1/{path}"),
            "instances" => _cli.Server.OnList<InstanceResponse>($"GET /api/v1/{path}"),
            "operations" => _cli.Server.OnList<OperationResponse>($"GET /api/v1/{path}"),
            "findings" => _cli.Server.OnList<FindingResponse>($"GET /api/v1/{path}"),
            _ => _cli.Server.OnList<PurchaseResponse>($"GET /api/v1/{path}"),
        };

        Assert.Equal(0, (await _cli.RunAsync(line.Split(' '))).ExitCode);
        Assert.Equal([$"GET /api/v1/{path}"], _cli.Server.Requests);
    }

    [Fact]
    public async Task Events_are_read_to_their_end()
    {
        _cli.Server
            .On("GET /api/v1/events?after=5&limit=500", new EventPage { Items = [Event(6)], NextAfter = 9, More = true })
            .On("GET /api/v1/events?after=9&limit=500", new EventPage { Items = [Event(10)], NextAfter = 10, More = false });

        var outcome = await _cli.RunAsync("events", "list", "--after", "5", "--columns", "sequence,type,data");

        Assert.Equal("SEQUENCE  TYPE             DATA\n6         operation_moved  state=accepted\n10        operation_moved  state=accepted\n", outcome.Output);
    }

    [Fact]
    public async Task Following_events_begins_after_the_newest_and_goes_on_until_interrupted()
    {
        _cli.Server
            .On("GET /api/v1/events?after=0&limit=500", new EventPage { Items = [Event(1)], NextAfter = 1, More = true })
            .On(
                "GET /api/v1/events?after=1&limit=500",
                new EventPage { Items = [], NextAfter = 1, More = false },
                new EventPage { Items = [], NextAfter = 1, More = false },
                new EventPage { Items = [Event(2)], NextAfter = 2, More = false });
        _cli.Server.Before = request =>
        {
            if (request.Contains("after=2", StringComparison.Ordinal))
            {
                _cli.Interrupt.Cancel();
            }
        };

        var outcome = await _cli.RunAsync("events", "follow", "--output", "jsonl");

        Assert.Equal((130, ""), (outcome.ExitCode, outcome.Errors));
        Assert.StartsWith("""{"sequence":2,""", outcome.Output, StringComparison.Ordinal);
    }

    private static EventResponse Event(long sequence) => new()
    {
        Sequence = sequence,
        At = Samples.At,
        Type = "operation_moved",
        SubjectId = "SUB1",
        Data = System.Text.Json.JsonDocument.Parse("""{"state":"accepted","none":null}""").RootElement,
    };
}
