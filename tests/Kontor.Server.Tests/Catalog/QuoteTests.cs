using Kontor.Api.Catalog;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Catalog;

public sealed class QuoteTests(SharedKontor shared) : IClassFixture<SharedKontor>
{
    private const string Good = "plan=V153&region=EU&image=" + Orders.Ubuntu + "&termMonths=1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quote_is_what_the_order_then_costs()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        var quote = await client.GetQuoteAsync(new() { Plan = "V153", Region = "EU", Image = Orders.Ubuntu, TermMonths = 1 }, Cancel);
        var order = await client.Orders.CreateAsync(Orders.Sample(), "one", Cancel);

        Assert.Equal((order.Price, order.Account, false), (quote.Price, quote.Account, quote.Assumed));
        Assert.Equal((4.50m, "EUR"), (quote.Price.Committed.Amount, quote.Price.Committed.Currency));
    }

    [Fact]
    public async Task Asking_for_a_price_leaves_nothing_behind()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        await client.GetQuoteAsync(new QuoteRequest { Plan = "V153", Region = "EU", Image = Orders.Ubuntu, TermMonths = 1, Account = "main" }, Cancel);

        Assert.Empty(await client.Operations.ListAsync(null, null, Cancel).ToListAsync(Cancel));
        Assert.Empty((await client.ReadEventsAsync(0, 10, Cancel)).Items);
    }

    [Theory]
    [InlineData("region=EU&image=x&termMonths=1", 400, "http.parameter_wrong", "plan")]
    [InlineData("plan=V153&image=x&termMonths=1", 400, "http.parameter_wrong", "region")]
    [InlineData("plan=V153&region=EU&termMonths=1", 400, "http.parameter_wrong", "image")]
    [InlineData("plan=V153&region=EU&image=x", 400, "http.parameter_wrong", "termMonths")]
    [InlineData("plan=V153&region=EU&image=x&termMonths=one", 400, "http.parameter_wrong", "termMonths")]
    [InlineData("plan=V153&region=EU&image=x&termMonths=-1", 400, "http.parameter_wrong", "termMonths")]
    [InlineData("plan=V153&region=EU&image=x&termMonths=99999999999", 400, "http.parameter_wrong", "termMonths")]
    [InlineData("plan=V999&region=EU&image=" + Orders.Ubuntu + "&termMonths=1", 400, "catalog.plan_unknown", "plan")]
    [InlineData("plan=V92&region=EU&image=" + Orders.Ubuntu + "&termMonths=1", 422, "catalog.plan_retired", "plan")]
    [InlineData("plan=V153&region=Mars&image=" + Orders.Ubuntu + "&termMonths=1", 400, "catalog.region_unknown", "region")]
    [InlineData("plan=V153&region=EU&image=x&termMonths=1", 400, "catalog.image_unknown", "image")]
    [InlineData("plan=V153&region=EU&image=" + Orders.Ubuntu + "&termMonths=7", 400, "catalog.term_unknown", "termMonths")]
    [InlineData(Good + "&account=nobody", 400, "accounts.unknown", "account")]
    [InlineData(Good + "&months=3", 400, "http.parameter_unknown", "months")]
    public async Task What_cannot_be_ordered_has_no_price_and_the_field_is_named(string query, int status, string code, string field)
    {
        var answer = await shared.Kontor.Http(await shared.Kontor.KeyAsync()).GetAnswerAsync($"/api/v1/quote?{query}");

        Assert.Equal((status, code, field), ((int)answer.Status, answer.Problem.Code, answer.Problem.Field));
    }
}
