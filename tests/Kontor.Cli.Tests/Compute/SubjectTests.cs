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
            "shop's service 1001 of client 7: its machine NEW, web 1, 198.51.100.7, number 202600001 is locked and stopped at once, is wiped when the installation's "
                + "time for that is over, and ends with its paid term on 2026-12-02, and everything on it is lost then.\n",
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

    [Theory]
    [InlineData("--keep-running", "runs on and ends with its paid term on 2026-12-02")]
    [InlineData("--retention-days 0", "is locked and stopped at once, is not wiped, and ends with its paid term")]
    [InlineData("--retention-days 3", "is wiped 3 day(s) later, and ends with its paid term")]
    [InlineData("--on 2027-01-31", "and ends on 2027-01-31, but not before its paid term does on 2026-12-02")]
    public async Task What_is_wished_of_an_end_is_said_before_it(string wish, string said) => Assert.Contains(
        said, (await _cli.RunAsync(["subjects", "terminate", "SUB1", .. wish.Split(' ')])).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_wished_of_an_end_is_sent()
    {
        await _cli.RunAsync("subjects", "terminate", "SUB1", "--yes", "--no-wait", "--on", "2027-01-31", "--keep-running");
        await _cli.RunAsync("subjects", "terminate", "SUB1", "--yes", "--no-wait", "--retention-days", "0");

        var sent = _cli.Server.Bodies.ConvertAll(body => body.Deserialize<TerminateRequest>(KontorJson.Options)!);
        Assert.Equal((new DateOnly(2027, 1, 31), false, null), (sent[0].On, sent[0].Stop, sent[0].RetentionDays));
        Assert.Equal((null, true, 0), (sent[1].On, sent[1].Stop, sent[1].RetentionDays));
    }

    [Theory]
    [InlineData("--keep-running --retention-days 3")]
    [InlineData("--retention-days 366")]
    [InlineData("--on tomorrow")]
    public async Task A_wish_that_makes_no_sense_is_refused_here(string wish)
    {
        var outcome = await _cli.RunAsync(["subjects", "terminate", "SUB1", "--yes", .. wish.Split(' ')]);

        Assert.Equal((2, 0), (outcome.ExitCode, _cli.Server.Requests.Count));
    }

    [Theory]
    [InlineData("--email anna@example.com", "anna@example.com")]
    [InlineData("--forget", null)]
    public async Task The_client_of_a_subject_gets_an_address_or_loses_it(string wish, string? address)
    {
        _cli.Server.On("PUT /api/v1/subjects/SUB1/contact", Samples.Subject);

        Assert.Equal(0, (await _cli.RunAsync(["subjects", "set-contact", "SUB1", .. wish.Split(' ')])).ExitCode);
        Assert.Equal(address, Assert.Single(_cli.Server.Bodies).GetProperty("email").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("--forget --email anna@example.com")]
    public async Task An_address_is_given_or_forgotten_and_not_both(string wish) => Assert.Equal(
        2, (await _cli.RunAsync(["subjects", "set-contact", "SUB1", .. wish.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ExitCode);

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
