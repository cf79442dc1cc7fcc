using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Tags;

public sealed class TagTests
{
    private readonly CloudRig _rig = new();

    [Fact]
    public async Task The_name_filter_finds_parts()
    {
        using var api = await _rig.SignedInAsync();
        await CreateAsync(api, "kontor:a:1:1");
        await CreateAsync(api, "kontor:a:2:1");

        Assert.Equal(2, (await api.GetAsync("/v1/tags?name=kontor")).Data.Count);
        Assert.Single((await api.GetAsync("/v1/tags?name=:2:")).Data);
    }

    [Fact]
    public async Task A_tag_is_made_read_changed_and_deleted_with_a_row_each()
    {
        using var api = await _rig.SignedInAsync();

        Assert.Equal(201, (await CreateAsync(api, "one")).Status);
        Assert.Equal(200, (await api.SendAsync(HttpMethod.Patch, "/v1/tags/2001", new { name = "two" })).Status);
        Assert.Equal("two", (await api.GetAsync("/v1/tags/2001")).First.GetProperty("name").GetString());
        Assert.Equal(204, (await api.SendAsync(HttpMethod.Delete, "/v1/tags/2001", null)).Status);
        var gone = await api.GetAsync("/v1/tags/2001");
        Assert.Equal((404, "Entry Tag not found by tagId"), (gone.Status, gone.Message.GetString()));
        Assert.Equal(
            ["CREATED", "UPDATED", "DELETED"],
            (await api.GetAsync("/v1/tags/audits?tagId=2001")).Data.Select(row => row.GetProperty("action").GetString()));
    }

    [Theory]
    [InlineData("a b", "#0A78C3")]
    [InlineData("ab", "blue")]
    [InlineData("ab", "#12345")]
    public async Task Names_and_colors_have_a_form(string name, string color)
    {
        using var api = await _rig.SignedInAsync();

        Assert.Equal(400, (await api.PostAsync("/v1/tags", new { name, color })).Status);
    }

    [Fact]
    public async Task An_assigned_tag_cannot_be_deleted()
    {
        using var api = await _rig.SignedInAsync();
        await CreateAsync(api, "one");
        var id = await api.OrderAsync("web");
        var path = $"/v1/tags/2001/assignments/instance/{id}";

        var assigned = await api.PostAsync(path, null);
        Assert.Equal((201, path), (assigned.Status, assigned.Body.GetProperty("_links").GetProperty("self").GetString()));
        Assert.Equal(409, (await api.SendAsync(HttpMethod.Delete, "/v1/tags/2001", null)).Status);
        Assert.Equal("web", (await api.GetAsync(path)).First.GetProperty("resourceName").GetString());
        Assert.Equal(204, (await api.SendAsync(HttpMethod.Delete, path, null)).Status);
        Assert.Equal(204, (await api.SendAsync(HttpMethod.Delete, "/v1/tags/2001", null)).Status);
        Assert.Equal(2, (await api.GetAsync($"/v1/tags/assignments/audits?resourceId={id}")).Data.Count);
    }

    [Fact]
    public async Task Only_what_exists_can_be_tagged()
    {
        using var api = await _rig.SignedInAsync();
        await CreateAsync(api, "one");

        Assert.Equal(404, (await api.PostAsync("/v1/tags/2001/assignments/instance/1", null)).Status);
        Assert.Equal(404, (await api.PostAsync("/v1/tags/9/assignments/instance/1", null)).Status);
        Assert.Equal(400, (await api.PostAsync("/v1/tags/2001/assignments/pet/1", null)).Status);
    }

    private static Task<ApiAnswer> CreateAsync(ApiCaller api, string name) => api.PostAsync("/v1/tags", new { name, color = "#0A78C3" });
}
