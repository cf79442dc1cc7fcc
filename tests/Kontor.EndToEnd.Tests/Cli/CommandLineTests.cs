using System.Text.Json;

namespace Kontor.EndToEnd.Tests.Cli;

/// <summary>The command line against the real server.</summary>
public sealed class CommandLineTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    [Fact]
    public async Task A_machine_is_ordered_looked_after_and_ended()
    {
        var ordered = (await demo.RunAsync(Order("life", "--yes", "--output", "json"))).Ended(0);
        var operation = JsonDocument.Parse(ordered.Output).RootElement;
        var (machine, subject) = (operation.GetProperty("instanceId").GetString()!, operation.GetProperty("subjectId").GetString()!);
        Assert.StartsWith("V153 in EU on account demo for 1 month: 4.50 EUR a month, 0.00 EUR set-up; this commits you to 4.50 EUR.\n", ordered.Errors);
        Assert.Matches("Z  succeeded           Running: machine [0-9]+\\.\n$", ordered.Errors);

        Assert.Contains(" running ", (await demo.RunAsync("instances", "list", "--subject", subject)).Ended(0).Output);
        Assert.Contains("The machine is stopped.", (await demo.RunAsync("instances", "stop", machine)).Ended(0).Errors);
        (await demo.RunAsync("subjects", "suspend", subject, "--reason", "overdue")).Ended(0);
        Assert.Matches("^kontor: The service is suspended", (await demo.RunAsync("instances", "start", machine)).Ended(12).Errors);
        (await demo.RunAsync("subjects", "unsuspend", subject)).Ended(0);
        Assert.Matches($"its machine {machine}, .* ends with its paid term on [0-9-]+, and", (await demo.RunAsync("subjects", "terminate", subject, "--yes")).Ended(0).Errors);
        Assert.Contains(machine, (await demo.RunAsync("purchases", "list", "--output", "jsonl")).Ended(0).Output);
    }

    [Fact]
    public async Task Without_yes_and_without_a_person_nothing_is_bought()
    {
        (await demo.RunAsync(Order("nobody"))).Ended(24);

        Assert.DoesNotContain("nobody", (await demo.RunAsync("orders", "list")).Ended(0).Output);
    }

    [Fact]
    public async Task The_same_name_is_the_same_operation()
    {
        var first = (await demo.RunAsync(Order("twice", "--yes", "--no-wait", "--output", "json", "--idempotency-key", "twice-1"))).Ended(0);
        var second = (await demo.RunAsync(Order("twice", "--yes", "--output", "json", "--idempotency-key", "twice-1"))).Ended(0);

        Assert.Equal(IdIn(first), IdIn(second));
        Assert.Single((await demo.RunAsync("orders", "list", "--columns", "external-id")).Lines, line => line == "twice");
    }

    [Fact]
    public async Task Ctrl_C_ends_the_waiting_and_not_the_operation()
    {
        await demo.SetSpeedAsync(1);
        using var kontor = demo.Start(Order("interrupted", "--yes"));
        while (await kontor.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("  provisioning  ", StringComparison.Ordinal))
        {
        }

        await RunningDemo.SignalAsync("INT", kontor);
        var outcome = (await Outcome.OfAsync(kontor)).Ended(130);
        await demo.SetSpeedAsync(60);

        var operation = System.Text.RegularExpressions.Regex.Match(outcome.Errors, "^No longer waiting; operation (\\w+) goes on: .*\n$").Groups[1].Value;
        Assert.Contains(" succeeded ", (await demo.RunAsync("operations", "wait", operation)).Ended(0).Output);
    }

    [Theory]
    [InlineData("instances show 01ARZ3NDEKTSV4RRFFQ69G5FAV", 11)]
    [InlineData("operations list --url http://127.0.0.1:1", 17)]
    [InlineData("orders quote --plan V999 --region EU --image x --term-months 1", 10)]
    public async Task What_goes_wrong_is_one_sentence_with_its_own_exit_code(string line, int code)
    {
        var outcome = (await demo.RunAsync(line.Split(' '))).Ended(code);

        Assert.Matches("^kontor: [^\n]+[.]\n$", outcome.Errors);
        Assert.Empty(outcome.Output);
    }

    private static string[] Order(string externalId, params string[] more) =>
    [
        "orders", "create", "--plan", "V153", "--region", "EU", "--image", "d64d5c6c-9dda-4e38-8174-0ee282474d8a", "--term-months", "1",
        "--external-id", externalId, "--client", "7", "--order", "55", "--registered-on", "2026-11-01", "--product", "3", .. more,
    ];

    private static string? IdIn(Outcome outcome) => JsonDocument.Parse(outcome.Output).RootElement.GetProperty("id").GetString();
}
