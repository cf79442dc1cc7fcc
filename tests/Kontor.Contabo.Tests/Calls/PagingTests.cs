using CsCheck;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Calls;

public sealed class PagingTests
{
    [Fact]
    public void Every_row_of_every_page_is_delivered_once_in_order() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12]).Sample((rows, size) =>
        {
            var cloud = Rows(rows, size);
            using var account = new Account(cloud, options => options.PageSize = size);

            var ids = account.Client.Instances.ListAsync(null, default).Select(instance => (int)instance.InstanceId!).ToBlockingEnumerable();

            Assert.Equal(Enumerable.Range(1, rows), ids);
        });

    [Fact]
    public async Task Large_pages_read_side_by_side_do_not_mix()
    {
        using var account = new Account(Rows(5000, 1000), options => options.PageSize = 1000);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var ids = await account.Client.Instances.ListAsync(null, default).Select(row => (int)row.InstanceId!).ToListAsync();
            Assert.Equal(Enumerable.Range(1, 5000), ids);
        })));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_only_when_wanted()
    {
        var cloud = Rows(30, 10);
        using var account = new Account(cloud, options => options.PageSize = 10);

        await using var pages = account.Client.Instances.ListPagesAsync(null, default).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await pages.MoveNextAsync();

        Assert.Single(cloud.Calls);
        Assert.Equal("?page=1&size=10", cloud.Calls[0].Url.Query);
        Assert.Equal((1, 3, 30L, 10), (pages.Current.Number, pages.Current.TotalPages, pages.Current.TotalElements, pages.Current.Size));
    }

    [Fact]
    public async Task A_page_that_is_empty_before_the_last_is_delivered_and_passed()
    {
        var cloud = new Cloud();
        cloud.Answer = (_, _) => Task.FromResult(Cloud.Json(
            cloud.Calls.Count == 2 ? Answers.InstancePage(2, 3, 2) : Answers.InstancePage(cloud.Calls.Count, 3, 2, cloud.Calls.Count)));
        using var account = new Account(cloud);

        var pages = await account.Client.Instances.ListPagesAsync(null, default).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 0, 1], pages.Select(page => page.Items.Count));
    }

    [Fact]
    public async Task Missing_figures_stay_missing()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":1}]}""")));

        var page = Assert.Single(await account.Client.Instances.ListPagesAsync(null, default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal((null, null, null, null), (page.Number, page.TotalPages, page.TotalElements, page.Size));
    }

    [Fact]
    public async Task Without_figures_a_full_page_is_followed_by_another()
    {
        var cloud = Cloud.Answering(
            () => Cloud.Json("""{"data":[{"instanceId":1},{"instanceId":2}]}"""), () => Cloud.Json("""{"data":[{"instanceId":3}]}"""));
        using var account = new Account(cloud, options => options.PageSize = 2);

        var ids = await account.Client.Instances.ListAsync(null, default).Select(row => row.InstanceId).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], ids);
    }

    [Fact]
    public async Task A_figure_that_contradicts_the_rows_is_passed_on_as_it_is()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(
            """{"_pagination":{"size":"100","totalElements":7.0,"totalPages":1,"page":9},"data":[{"instanceId":1}]}""")));

        var page = Assert.Single(await account.Client.Instances.ListPagesAsync(null, default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal((9, 1, 7L, 100, 1), (page.Number, page.TotalPages, page.TotalElements, page.Size, page.Items.Count));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_given_up()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"_pagination":{"totalPages":2000000000,"page":1},"data":[]}"""));
        using var account = new Account(cloud);

        await Assert.ThrowsAsync<ContaboApiException>(
            async () => await account.Client.Instances.ListPagesAsync(null, default).CountAsync(TestContext.Current.CancellationToken));

        Assert.Equal(10_000, cloud.Calls.Count);
    }

    [Fact]
    public async Task A_row_that_is_no_object_spoils_the_page_rather_than_vanish()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":1},null]}""")));

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            async () => await account.Client.Instances.ListAsync(null, default).CountAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ContaboErrorReason.Unreadable, failure.Reason);
    }

    [Fact]
    public async Task The_filter_goes_with_every_page()
    {
        var cloud = Rows(4, 2);
        using var account = new Account(cloud, options => options.PageSize = 2);
        var filter = new InstanceFilter
        {
            DisplayName = "a b&c",
            Statuses = [InstanceStatus.Running, InstanceStatus.Error],
            InstanceIds = [1, 2],
            Suspended = false,
            OrderBy = ["name:ASC", "createdDate:DESC"],
        };

        await account.Client.Instances.ListAsync(filter, default).CountAsync(TestContext.Current.CancellationToken);

        const string Expected = "?displayName=a%20b%26c&instanceIds=1%2C2&status=running%2Cerror&suspended=false&orderBy=name%3AASC&orderBy=createdDate%3ADESC";
        Assert.Equal([Expected + "&page=1&size=2", Expected + "&page=2&size=2"], cloud.Calls.Select(call => call.Url.Query));
    }

    [Fact]
    public async Task Audits_are_asked_for_by_request_id_and_dates()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""
            {"_pagination":{"size":100,"totalElements":1,"totalPages":1,"page":1},"data":[{"id":1,"instanceId":100,"action":"CREATED",
            "requestId":"11111111-1111-4111-8111-111111111111","traceId":"t","changedBy":"u","username":"n","timestamp":"2026-11-23T08:00:00Z",
            "changes":{"prev":{},"new":{"displayName":"x"}}}]}
            """));
        using var account = new Account(cloud);
        var filter = new InstanceAuditFilter { RequestId = Account.WriteId, StartDate = new DateOnly(2026, 11, 22), InstanceId = 100 };

        var row = Assert.Single(await account.Client.InstanceAudits.ListAsync(filter, default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith(
            "?requestId=11111111-1111-4111-8111-111111111111&startDate=2026-11-22&instanceId=100&", cloud.Calls[0].Url.Query, StringComparison.Ordinal);
        Assert.Equal((100L, AuditAction.Created, Account.WriteId.ToString()), (row.InstanceId, row.Action, row.RequestId));
        Assert.Equal("x", row.Changes!.Value.GetProperty("new").GetProperty("displayName").GetString());
    }

    private static Cloud Rows(int rows, int size)
    {
        var cloud = new Cloud();
        var pages = (rows + size - 1) / size;
        cloud.Answer = (sent, _) =>
        {
            var page = int.Parse(System.Web.HttpUtility.ParseQueryString(sent.Url.Query)["page"]!);
            var ids = Enumerable.Range(1, rows).Skip((page - 1) * size).Take(size).ToArray();
            return Task.FromResult(Cloud.Json(Answers.InstancePage(page, pages, size, ids)));
        };
        return cloud;
    }
}
