using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class ListInstancesTests
{
    private const string Instances = "/v1/compute/instances";

    private readonly CloudRig _rig = new();

    [Fact]
    public async Task The_display_name_filter_is_exact()
    {
        using var api = await FilledAsync("web", "web 1", "WEB");

        Assert.Single((await api.GetAsync($"{Instances}?displayName=web")).Data);
        Assert.Empty((await api.GetAsync($"{Instances}?displayName=we")).Data);
    }

    [Fact]
    public async Task A_renamed_instance_is_found_by_its_new_name_only()
    {
        using var api = await FilledAsync("old");
        _rig.Cloud.Panel.Rename(202_600_001, "new");

        Assert.Empty((await api.GetAsync($"{Instances}?displayName=old")).Data);
        Assert.Single((await api.GetAsync($"{Instances}?displayName=new")).Data);
    }

    [Fact]
    public async Task An_unknown_filter_returns_everything()
    {
        using var api = await FilledAsync("a", "b");

        Assert.Equal(2, (await api.GetAsync($"{Instances}?displayname=a&foo=bar")).Data.Count);
    }

    [Theory]
    [InlineData("name=vmi202600002", 1)]
    [InlineData("instanceIds=202600001,202600003,99", 2)]
    [InlineData("instanceId=202600001", 1)]
    [InlineData("region=EU", 3)]
    [InlineData("region=JPN", 0)]
    [InlineData("dataCenter=European%20Union%201", 3)]
    [InlineData("status=provisioning,running", 3)]
    [InlineData("status=error", 0)]
    [InlineData("productIds=V153,V154", 3)]
    [InlineData("productTypes=nvme", 0)]
    [InlineData("addOnIds=1477", 0)]
    [InlineData("ipConfig=true", 0)]
    [InlineData("suspended=false", 2)]
    [InlineData("suspended=true", 3)]
    [InlineData("search=MAC", 3)]
    [InlineData("search=202600002", 1)]
    [InlineData("customerId=54321&tenantId=DE", 3)]
    [InlineData("customerId=1", 0)]
    public async Task Filters_mean_what_the_description_says(string query, int rows)
    {
        using var api = await FilledAsync("machine a", "machine b", "machine c");
        _rig.Cloud.Panel.SetSuspended(202_600_002, true);

        Assert.Equal(rows, (await api.GetAsync($"{Instances}?{query}")).Data.Count);
    }

    [Fact]
    public async Task Pages_cover_everything_once_and_link_to_each_other()
    {
        using var api = await FilledAsync([.. Enumerable.Range(0, 25).Select(number => $"machine {number}")]);
        var seen = new List<string>();
        var next = $"{Instances}?size=10";
        while (next is not null)
        {
            var page = await api.GetAsync(next);
            seen.AddRange(page.Data.Select(row => row.GetProperty("displayName").GetString()!));
            next = page.Body.GetProperty("_links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"machine {number}"), seen);
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_empty_and_keeps_its_number()
    {
        using var api = await FilledAsync("a");

        var answer = await api.GetAsync($"{Instances}?page=5&size=100");

        Assert.Empty(answer.Data);
        Assert.Equal("""{"size":100,"totalElements":1,"totalPages":1,"page":5}""", answer.Body.GetProperty("_pagination").GetRawText());
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("size=-1")]
    [InlineData("size=ten")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        using var api = await FilledAsync("a");

        Assert.Equal(400, (await api.GetAsync($"{Instances}?{query}")).Status);
    }

    [Fact]
    public async Task Ordering_follows_each_wish_in_turn_and_ignores_unknown_fields()
    {
        using var api = await FilledAsync("b", "a", "c");

        var rows = (await api.GetAsync($"{Instances}?orderBy=nothing:ASC&orderBy=displayName:desc")).Data;

        Assert.Equal(["c", "b", "a"], rows.Select(row => row.GetProperty("displayName").GetString()));
    }

    private async Task<ApiCaller> FilledAsync(params string[] names)
    {
        var api = await _rig.SignedInAsync();
        foreach (var name in names)
        {
            await api.OrderAsync(name);
        }

        return api;
    }
}
