using System.Text.Json;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Compute;

public sealed class SubjectTests : IDisposable
{
    private const string Show = "GET /api/v1/subjects/SUB1";
    private const string Machines = "GET /api/v1/instances?subject=SUB1&limit=200";
    private const string Terminate = "POST /api/v1/subjects/SUB1/terminate";

    private readonly CommandLine _cli = new()
    {
        Server = new Stub().On(Show, Samples.Subject with { Generation = 2 })
            .OnList(Machines, Samples.Instance("NEW") with { Generation = 2 }, Samples.Instance("OLD"))
            .On(Terminate, Samples.Operation(OperationStatus.Pending))
            .On("POST /api/v1/subjects/SUB1/suspend", Samples.Operation(OperationStatus.Pending))
            .On("POST /api/v1/subjects/SUB1/unsuspend", Samples.Operation(OperationStatus.Pending)),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Before_an_end_it_is_said_which_machine_ends_and_when()
    {
        var outcome = await _cli.RunAsync("subjects", "terminate", "SUB1");

        Assert.Equal(24, outcome.ExitCode);
        Assert.StartsWith(
            "shop's service 1001 of client 7: its machine NEW, web 1, 198.51.100.7, number 202600001 ends with its paid term on 2026-12-02, "
                + "and everything on it is lost then.\n",
            outcome.Errors,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Terminate, _cli.Server.Requests);
    }

    [Fact]
    public async Task The_end_carries_what_the_subject_was_sold_as_and_its_present_generation()
    {
        await _cli.RunAsync("subjects", "terminate", "SUB1", "--yes", "--no-wait");

        var sent = Assert.Single(_cli.Server.Bodies).Deserialize<TerminateRequest>(KontorJson.Options)!;
        Assert.Equal((2, Samples.Subject.Fingerprint), (sent.Generation, sent.Fingerprint));
    }

    [Fact]
    public async Task Another_machine_of_the_subject_is_named_when_it_is_asked_for()
    {
        var outcome = await _cli.RunAsync("subjects", "terminate", "SUB1", "--generation", "1", "--yes", "--no-wait");

        Assert.Contains("its machine OLD", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(1, _cli.Server.Bodies[0].GetProperty("generation").GetInt32());
    }

    [Fact]
    public async Task A_subject_without_a_machine_is_said_to_have_none() => Assert.StartsWith(
        "shop's service 1001 of client 7 has no machine of generation 3 yet",
        (await _cli.RunAsync("subjects", "terminate", "SUB1", "--generation", "3")).Errors,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("suspend", "overdue")]
    [InlineData("suspend", null)]
    [InlineData("unsuspend", null)]
    public async Task Suspending_and_its_end_carry_the_sale(string verb, string? reason)
    {
        var outcome = await _cli.RunAsync(["subjects", verb, "SUB1", "--no-wait", .. reason is null ? Array.Empty<string>() : ["--reason", reason]]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal([Show, $"POST /api/v1/subjects/SUB1/{verb}"], _cli.Server.Requests);
        Assert.Equal(reason, _cli.Server.Bodies[0].TryGetProperty("reason", out var sent) ? sent.GetString() : null);
    }

    [Fact]
    public async Task The_next_generation_is_opened_and_shown()
    {
        _cli.Server.On("POST /api/v1/subjects/SUB1/generations", Samples.Subject with { Generation = 3 });

        Assert.Contains("\ngeneration                3\n", (await _cli.RunAsync("subjects", "open-generation", "SUB1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_is_adopted_for_a_sale()
    {
        _cli.Server.On("POST /api/v1/instances", Samples.Instance());

        await _cli.RunAsync(
            "instances", "adopt", "--account", "main", "--provider-id", "100200", "--external-id", "1001", "--client", "7", "--order", "55",
            "--registered-on", "2026-11-01", "--product", "3");

        var sent = Assert.Single(_cli.Server.Bodies).Deserialize<AdoptInstanceRequest>(KontorJson.Options)!;
        Assert.Equal(("main", 100200, "service", Samples.Subject.Fingerprint), (sent.Account, sent.ProviderId, sent.Subject.Kind, sent.Subject.Fingerprint));
    }
}
