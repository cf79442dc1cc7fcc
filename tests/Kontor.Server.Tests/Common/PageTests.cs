using System.Net;
using CsCheck;
using Kontor.Server.Common;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Common;

public sealed class PageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_together_are_the_whole_list_newest_first_without_doubles()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        for (var number = 1; number <= 7; number++)
        {
            kontor.Clock.Advance(TimeSpan.FromSeconds(1));
            await client.Orders.CreateAsync(Orders.Sample($"{number}"), $"key-{number}", Cancel);
        }

        var http = kontor.Http(await kontor.KeyAsync());
        var (seen, pages, cursor) = (new List<string>(), 0, "");
        do
        {
            var page = (await http.GetAnswerAsync($"/api/v1/orders?limit=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subject").GetProperty("externalId").GetString()!));
            (cursor, pages) = (page.GetProperty("nextCursor").GetString() ?? "", pages + 1);
        }
        while (cursor.Length > 0);

        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], seen);
        Assert.Equal(3, pages);
        Assert.Equal(7, (await client.Orders.ListAsync(null, Cancel).ToListAsync(Cancel)).Count);
    }

    [Fact]
    public async Task A_list_that_fills_its_last_page_exactly_has_no_next_one()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        await (await kontor.ClientAsync()).Orders.CreateAsync(Orders.Sample(), "key", Cancel);

        var page = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync("/api/v1/orders?limit=1");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, page.Json.GetProperty("nextCursor").ValueKind);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("subjects")]
    [InlineData("instances")]
    [InlineData("operations")]
    [InlineData("purchases")]
    [InlineData("findings")]
    [InlineData("tasks")]
    public async Task A_made_up_cursor_is_refused(string list)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var answer = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync($"/api/v1/{list}?cursor=abc");

        Assert.Equal((HttpStatusCode.BadRequest, "http.cursor_invalid", "cursor"), (answer.Status, answer.Problem.Code, answer.Problem.Field));
    }

    [Fact]
    public void A_cursor_gives_back_its_id() =>
        Gen.Char["0123456789ABCDEFGHJKMNPQRSTVWXYZ"].Array[26].Select(letters => new string(letters))
            .Sample(id => Assert.Equal(id, PageCursor.Read(PageCursor.Of(id))));

    [Fact]
    public void Any_other_text_is_no_cursor() =>
        Gen.String.Where(text => text.Length != 35).Sample(text => Assert.Null(PageCursor.Read(text)));
}
