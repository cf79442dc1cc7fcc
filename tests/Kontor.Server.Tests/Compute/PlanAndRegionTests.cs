using System.Net;
using System.Text;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Compute;

/// <summary>What a person does in the panel and Contabo's staff do for a ticket, asked for and followed over REST.</summary>
public sealed class PlanAndRegionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_larger_plan_is_chosen_from_the_live_offers_and_waits_for_a_person_until_the_machine_has_it()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine, _) = await kontor.RoomyAsync();
        var offers = await client.PlanChanges.ListOffersAsync(machine, Cancel);
        var offer = offers.Items[0];

        var waiting = await client.PlanChanges.RequestAsync(machine, new ChangePlanRequest { OfferId = offer.OfferId }, "plan-1", Cancel);
        var task = await client.Tasks.ListAsync(includeClosed: true, kind: "plan_change", assignee: null, onlyOverdue: false, Cancel).FirstAsync(Cancel);
        var number = (await client.Instances.GetAsync(machine, Cancel)).ProviderId;
        kontor.Cloud.Panel.ChangeProduct(number, offer.Plan);
        await kontor.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((OperationStatus.NeedsAttention, "compute.plan_change_by_hand"), (waiting.Status, waiting.Problem?.Code));
        Assert.True(offer is { Difference.Amount: > 0, Monthly.Currency: "EUR" });
        Assert.Contains(offer.Plan, task.Title, StringComparison.Ordinal);
        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(waiting.Id, Cancel)).Status);
        Assert.Equal(offer.Plan, (await client.PlanChanges.ListOffersAsync(machine, Cancel)).Current);
    }

    [Fact]
    public async Task A_move_shows_its_ticket_and_ends_when_the_machine_is_there()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine, _) = await kontor.RoomyAsync();
        var number = (await client.Instances.GetAsync(machine, Cancel)).ProviderId;
        var options = await client.RegionChanges.GetOptionsAsync(machine, Cancel);

        var moving = await client.RegionChanges.RequestAsync(machine, new ChangeRegionRequest { Region = "SIN", Method = "migration" }, "region-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var open = (await client.RegionChanges.GetOptionsAsync(machine, Cancel)).Open;
        var ticket = kontor.Cloud.FindInstance(number)!.RegionChange!.TicketNumber;
        kontor.Cloud.Panel.FinishRegionChange(number);
        await kontor.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(("EU", 0, 2), (options.Region, options.Reasons.Count, options.Methods.Count));
        Assert.Contains("SIN", options.Regions);
        Assert.Equal((moving.Id, "SIN", ticket), (open!.OperationId, open.Region, open.TicketNumber));
        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(moving.Id, Cancel)).Status);
        Assert.Null((await client.RegionChanges.GetOptionsAsync(machine, Cancel)).Open);
    }

    [Theory]
    [InlineData("plan", """{"plan":1}""", "http.field_wrong", "plan")]
    [InlineData("plan", """{"offerId":"12"}""", "http.field_wrong", "offerId")]
    [InlineData("plan", """{}""", "compute.invalid_field", "plan")]
    [InlineData("plan", """{"plan":"V154","offerId":12}""", "compute.invalid_field", "plan")]
    [InlineData("plan", """{"plan":"V154","price":0}""", "http.field_unknown", "price")]
    [InlineData("region", """{"method":"migration"}""", "http.field_missing", "region")]
    [InlineData("region", """{"region":"SIN"}""", "http.field_missing", "method")]
    [InlineData("region", """{"region":null,"method":"migration"}""", "http.field_wrong", "region")]
    [InlineData("region", """{"region":"SIN","method":"migration","loses":"yes"}""", "http.field_wrong", "loses")]
    [InlineData("region", """{"region":"\ud83d\ude80","method":"migration"}""", "compute.region_unknown", "region")]
    [InlineData("region", """{"region":"SIN","method":"teleport"}""", "compute.invalid_field", "method")]
    [InlineData("region", """{"region":"SIN","method":"installation"}""", "compute.invalid_field", "loses")]
    public async Task A_wrong_field_is_named_and_nothing_is_sent(string path, string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine, _) = await kontor.RoomyAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/instances/{machine}/{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "key");

        var answer = await HttpExtensions.SendAsync(kontor.Http(await kontor.KeyAsync()), request);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.DoesNotContain(kontor.Cloud.Requests, sent => sent.OperationId == "requestRegionChange");
        Assert.Empty(await client.Tasks.ListAsync(includeClosed: true, kind: "plan_change", assignee: null, onlyOverdue: false, Cancel).ToListAsync(Cancel));
    }
}
