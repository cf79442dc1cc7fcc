using System.Net;
using Kontor.Api;
using Kontor.Api.Inventory;
using Kontor.Api.Purchasing;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Inventory;

public sealed class FindingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_found_machine_is_adopted_then_assigned_and_then_its_sources()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (staff, finding) = await FoundAsync(kontor);
        var shop = await kontor.ClientAsync();

        var adopted = await staff.Findings.AdoptAsync(finding.Id, "adopt-1", Cancel);
        Assert.Null(await shop.Instances.FindAsync(adopted.Id, Cancel));
        kontor.Clock.Advance(TimeSpan.FromSeconds(1));
        var assigned = await staff.Findings.AssignAsync(finding.Id, Assignment("2001"), "assign-1", Cancel);
        var again = await staff.Findings.AssignAsync(finding.Id, Assignment("2001"), "assign-1", Cancel);

        Assert.Equal((adopted.Id, adopted.Id), (assigned.Id, again.Id));
        Assert.NotNull((await shop.Instances.GetAsync(adopted.Id, Cancel)).SubjectId);
        Assert.Equal(
            ["assigned", "adopted"], (await shop.Instances.ListTimelineAsync(adopted.Id, Cancel).ToListAsync(Cancel)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Findings_are_listed_by_state_and_kind()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (staff, finding) = await FoundAsync(kontor);
        var ignored = await staff.Findings.IgnoreAsync(finding.Id, new IgnoreFindingRequest { Reason = "  ours, for tests  " }, Cancel);

        Assert.Equal((FindingState.Ignored, "ours, for tests"), (ignored.State, ignored.IgnoredReason));
        Assert.Empty(await staff.Findings.ListAsync(FindingState.Open, null, Cancel).ToListAsync(Cancel));
        Assert.Single(await staff.Findings.ListAsync(FindingState.Ignored, "unknown_instance", Cancel).ToListAsync(Cancel));
        Assert.Empty(await staff.Findings.ListAsync(null, "ghost", Cancel).ToListAsync(Cancel));
        Assert.Equal(FindingState.Open, (await staff.Findings.ReopenAsync(finding.Id, Cancel)).State);
    }

    [Theory]
    [InlineData("""{"subject":{"kind":"vps","externalId":"1","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}}""", "compute.invalid_field", "subject.kind")]
    [InlineData("""{"subject":{"kind":"service","externalId":"💥","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}}""", "compute.invalid_field", "subject.externalId")]
    [InlineData("""{"subject":{"kind":"service","externalId":"1","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}},"source":"nobody"}""", "inventory.source_unknown", "source")]
    [InlineData("""{"subject":{"kind":"service","externalId":1,"fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}}""", "http.field_wrong", "subject.externalId")]
    [InlineData("""{"subject":null}""", "http.field_wrong", "subject")]
    [InlineData("{}", "http.field_missing", "subject")]
    public async Task A_bad_assignment_names_its_field_and_changes_nothing(string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, finding) = await FoundAsync(kontor);
        await kontor.KeyAsync();

        var answer = await kontor.Http(await kontor.KeyAsync(source: null)).PostJsonAsync($"/api/v1/findings/{finding.Id}/assign", body, "assign-1");

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.Empty((await (await kontor.ClientAsync(source: null)).Instances.ListAsync(null, Cancel).ToListAsync(Cancel)));
    }

    [Theory]
    [InlineData("""{"reason":""}""")]
    [InlineData("""{"reason":"a\u0000b"}""")]
    public async Task A_bad_reason_is_refused(string body)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, finding) = await FoundAsync(kontor);

        var answer = await kontor.Http(await kontor.KeyAsync(source: null)).PostJsonAsync($"/api/v1/findings/{finding.Id}/ignore", body);
        var tooLong = await kontor.Http(await kontor.KeyAsync(source: null))
            .PostJsonAsync($"/api/v1/findings/{finding.Id}/ignore", $$"""{"reason":"{{new string('x', 201)}}"}""");

        Assert.Equal("inventory.reason_invalid", answer.Problem.Code);
        Assert.Equal("inventory.reason_invalid", tooLong.Problem.Code);
    }

    [Theory]
    [InlineData("state=closed", "state")]
    [InlineData("kind=odd", "kind")]
    public async Task A_filter_that_does_not_exist_is_refused(string query, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync($"/api/v1/findings?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Problem.Field));
    }

    private static AssignFindingRequest Assignment(string externalId) => new()
    {
        Subject = new SubjectRequest { Kind = "service", ExternalId = externalId, Fingerprint = Orders.Fingerprint },
    };

    private static async Task<(KontorClient Staff, FindingResponse Finding)> FoundAsync(KontorUnderTest kontor)
    {
        var staff = await kontor.ClientAsync(source: null);
        kontor.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", "by hand");
        await kontor.SweepAsync();
        return (staff, Assert.Single(await staff.Findings.ListAsync(FindingState.Open, null, Cancel).ToListAsync(Cancel)));
    }
}
