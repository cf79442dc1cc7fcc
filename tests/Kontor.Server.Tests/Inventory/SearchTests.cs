using System.Net;
using Kontor.Api.Purchasing;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Inventory;

public sealed class SearchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_machine_its_time_line_and_who_had_its_address_are_there_for_its_source_and_for_no_other()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var shop = await kontor.ClientAsync();
        var order = await shop.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var machine = Assert.Single(await shop.Instances.ListAsync(null, Cancel).ToListAsync(Cancel));
        kontor.Cloud.Panel.Stop(machine.ProviderId);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        await shop.Subjects.SetContactAsync(order.Subject.Id, new ContactRequest { Email = "miller@example.org" }, Cancel);
        var other = await kontor.ClientAsync("other");

        var line = await shop.Instances.ListTimelineAsync(machine.Id, Cancel).ToListAsync(Cancel);
        Assert.Equal(("stopped", "outside", "panel"), (line[0].Kind, line[0].Origin, line[0].Actor));
        var hit = Assert.Single((await shop.SearchAsync(machine.IpV4!, kontor.Clock.GetUtcNow(), Cancel)).Items);
        Assert.Equal(("address", machine.Id, order.Subject.Id), (hit.Kind, hit.InstanceId, hit.SubjectId));
        Assert.Equal(order.Subject.Id, Assert.Single((await shop.SearchAsync("MILLER@example.org", null, Cancel)).Items).Id);
        Assert.Empty((await other.SearchAsync(machine.IpV4!, null, Cancel)).Items);
        Assert.Empty((await other.SearchAsync("miller@example.org", null, Cancel)).Items);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=%20%20", "q")]
    [InlineData("q=a%00b", "q")]
    [InlineData("q=1&at=yesterday", "at")]
    [InlineData("q=1&at=2026-11-03", "at")]
    [InlineData("q=1&at=2026-11-03T12:00:00", "at")]
    [InlineData("q=1&when=2026-11-03T12:00:00Z", "when")]
    public async Task A_search_that_says_nothing_is_refused(string query, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync($"/api/v1/search?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Problem.Field));
    }

    [Theory]
    [InlineData("q=1&at=2026-11-03T12:00:00Z")]
    [InlineData("q=1&at=2026-11-03T12:00:00.5%2B01:00")]
    [InlineData("q=%F0%9F%92%A5")]
    public async Task A_search_for_what_is_not_there_finds_nothing(string query)
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync($"/api/v1/search?{query}");

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, answer.Json.GetProperty("items").GetArrayLength()));
    }

    [Theory]
    [InlineData("""{"email":"nobody"}""", "purchasing.email_invalid")]
    [InlineData("""{"email":7}""", "http.field_wrong")]
    [InlineData("{}", "http.field_missing")]
    public async Task An_odd_contact_is_refused(string body, string code)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var order = await (await kontor.ClientAsync()).Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);

        var answer = await HttpExtensions.SendAsync(
            kontor.Http(await kontor.KeyAsync()),
            new HttpRequestMessage(HttpMethod.Put, $"/api/v1/subjects/{order.Subject.Id}/contact") { Content = new StringContent(body, null, "application/json") });

        Assert.Equal((HttpStatusCode.BadRequest, code, "email"), (answer.Status, answer.Problem.Code, answer.Problem.Field));
    }
}
