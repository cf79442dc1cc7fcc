using System.Text.Json;

namespace Kontor.EndToEnd.Tests.Demo;

public sealed class OneLifeTests(FinishedDemo demo) : IClassFixture<FinishedDemo>
{
    private static readonly string[] Life =
    [
        "accepted", "intent", "bought", "provisioning", "installing", "running", "succeeded",
        "rename accepted", "rename intent", "rename sent", "renamed",
        "stop accepted", "stop intent", "stop sent", "stopped", "start accepted", "start intent", "start sent", "started",
        "snapshot accepted", "snapshot intent", "snapshot sent", "snapshot taken",
        "password accepted", "password intent", "password sent", "password set", "link",
        "rescue accepted", "rescue intent", "rescue sent", "in rescue", "exit accepted", "exit intent", "exit sent", "out of rescue",
        "reinstall accepted", "reinstall intent", "reinstall sent", "installed anew", "panel",
        "suspend accepted", "suspend intent", "suspend sent", "suspended", "unsuspend accepted", "unsuspend intent", "unsuspend sent", "unsuspended",
        "terminate accepted", "terminate intent", "terminate sent", "terminated", "locked", "wiped", "gone",
    ];

    [Fact]
    public void A_machine_is_followed_from_its_order_to_the_end_of_its_term() => Assert.Equal(
        Life,
        demo.Outcome.Ended(0).Lines.Where(line => line.StartsWith("20", StringComparison.Ordinal)).Select(line => line[21..39].TrimEnd()));

    [Fact]
    public void The_books_of_both_sides_agree() =>
        Assert.Equal("agree       1 order, 1 purchase, 1 ledger line, 4.50 EUR = 4.50 EUR", demo.Outcome.Ended(0).Lines[^1]);

    [Fact]
    public void What_does_not_go_to_a_terminal_has_no_colours() => Assert.DoesNotContain('\e', demo.Outcome.Ended(0).Output);

    [Fact]
    public void Where_the_usual_ports_are_taken_the_next_free_ones_are_used()
    {
        demo.Outcome.Ended(0);
        var settings = JsonDocument.Parse(demo.Settings).RootElement;

        Assert.True(new Uri(settings.GetProperty("Listen").GetString()!).Port > 5580);
        Assert.True(new Uri(settings.GetProperty("SimulatedClock").GetString()!).Port > 5550);
    }

    [Fact]
    public async Task As_json_every_line_is_an_object_and_a_folder_can_be_used_again()
    {
        var outcome = (await KontorProgram.RunAsync("demo", "--once", "--output", "jsonl", "--data", demo.Path)).Ended(0);

        var lines = outcome.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Life, lines.Where(line => line.TryGetProperty("step", out _)).Select(line => line.GetProperty("step").GetString()));
        Assert.Equal(
            ["purchase log", "invoice", "ledger", "agree"],
            lines.Where(line => line.TryGetProperty("kind", out _)).Select(line => line.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Serve_touches_no_database_of_the_demo()
    {
        var outcome = (await KontorProgram.RunInAsync(demo.Path, "serve")).Ended(3);

        Assert.StartsWith("This database belongs to the simulated cloud and holds machines that do not exist", outcome.Errors);
    }
}
