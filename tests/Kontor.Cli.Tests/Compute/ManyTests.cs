using Kontor.Api.Compute;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Compute;

/// <summary>What is asked before money is spent, a disk is put back or many machines are touched; and how a bulk is waited for.</summary>
public sealed class ManyTests : IDisposable
{
    private const string Restart = "bulk create --action restart INS1 INS2";

    private readonly CommandLine _cli = new()
    {
        Server = new Stub().On("GET /api/v1/subjects/SUB1", Samples.Subject)
            .On("GET /api/v1/subjects/SUB1/add-ons/backup/price", Samples.AddOnPrice)
            .On("GET /api/v1/instances/INS1/snapshots/SNAP1/rollback", Samples.Rollback)
            .On("POST /api/v1/instances/INS1/snapshots/SNAP1/rollback", Samples.Operation(OperationStatus.Pending))
            .On("GET /api/v1/instances/INS1/offers", Samples.Offers)
            .On("GET /api/v1/instances/INS1/region", Samples.Region)
            .On("POST /api/v1/bulk/preview", Samples.BulkPreview),
    };

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("add-ons buy SUB1 --add-on backup", "backup costs 2.00 EUR a month and renews with the machine; until 2026-12-31 this commits you to 4.00 EUR.\n")]
    [InlineData("add-ons end SUB1 --add-on backup", "The client of subject SUB1 has backup no longer; a person must end it in Contabo's panel.\n")]
    [InlineData("snapshots delete INS1 SNAP1", "Snapshot SNAP1 of machine INS1 is deleted and cannot be had back.\n")]
    [InlineData(
        "snapshots rollback INS1 SNAP1",
        "Machine INS1 gets back its disk as in snapshot SNAP1 (clean) of 2026-11-02T09:30:00Z; whatever was written since is lost, and these newer snapshots: SNAP2 (dirty).\n")]
    [InlineData(
        "instances change-plan INS1 --plan V154",
        "Machine INS1 becomes V154 instead of V153 when a person has ordered it in Contabo's panel: 2.50 EUR more a month. "
            + "It is installed anew (disk_downsize), and what is on it is lost. To agree to: ip_change.\n")]
    [InlineData(
        "instances change-region INS1 --region SIN --method migration",
        "Contabo's staff are asked to move machine INS1 from EU to SIN; it loses its addresses 198.51.100.7 and 2001:db8::7.\n")]
    [InlineData(
        "instances change-region INS1 --region SIN --method installation",
        "Contabo's staff are asked to move machine INS1 from EU to SIN; it loses its addresses 198.51.100.7 and 2001:db8::7, and all that is on its disk.\n")]
    [InlineData(Restart, "1 of 2 machines take a restart, 5 at a time. INS2 would not: The service is suspended.\n")]
    public async Task What_costs_or_destroys_is_said_before_it_is_sent(string line, string said)
    {
        var outcome = await _cli.RunAsync(line.Split(' '));

        Assert.Equal((24, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(said, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(_cli.Server.Requests, request => !request.StartsWith("GET", StringComparison.Ordinal) && request != "POST /api/v1/bulk/preview");
    }

    [Fact]
    public async Task A_rollback_names_the_snapshots_that_were_shown()
    {
        await _cli.RunAsync("snapshots", "rollback", "INS1", "SNAP1", "--yes", "--no-wait");

        Assert.Equal("SNAP2", Assert.Single(Assert.Single(_cli.Server.Bodies).GetProperty("loses").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData(BulkState.Done, 0, BulkItemState.Succeeded, BulkItemState.Succeeded)]
    [InlineData(BulkState.Done, 21, BulkItemState.Succeeded, BulkItemState.Failed)]
    [InlineData(BulkState.Stopped, 23, BulkItemState.Succeeded, BulkItemState.Stopped)]
    public async Task A_bulk_is_waited_for_and_its_end_is_an_exit_code(BulkState end, int code, params BulkItemState[] items)
    {
        _cli.Server.On("POST /api/v1/bulk", Samples.Bulk(BulkState.Running, BulkItemState.Running, BulkItemState.Waiting))
            .On("GET /api/v1/bulk/BULK1", Samples.Bulk(end, items));

        var outcome = await _cli.RunAsync([.. Restart.Split(' '), "--yes"]);

        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains("BULK1", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(code == 21, outcome.Errors.Contains("kontor bulk retry BULK1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bulk create --action restart")]
    [InlineData("bulk create --action reinstall INS1")]
    [InlineData("bulk create --action restart --at-once 21 INS1")]
    [InlineData("add-ons buy SUB1 --add-on firewall")]
    [InlineData("snapshots create INS1")]
    [InlineData("snapshots delete INS1")]
    [InlineData("instances change-plan INS1")]
    [InlineData("instances change-region INS1 --region SIN --method teleport")]
    public async Task What_cannot_be_meant_is_not_sent(string line)
    {
        Assert.Equal(2, (await _cli.RunAsync(line.Split(' '))).ExitCode);
        Assert.Empty(_cli.Server.Requests);
    }
}
