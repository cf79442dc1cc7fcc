using Kontor.Contabo.Simulator.Tests.Doors;

namespace Kontor.Contabo.Simulator.Tests.Images;

public sealed class ImageTests
{
    private readonly CloudRig _rig = new();

    [Theory]
    [InlineData("66abf39a-ba8b-425e-a385-8eb347ceac10")]
    [InlineData("db1409d2-ed92-4f2f-978e-7b2fa4a1ec90")]
    [InlineData("afecbb85-e2fc-46f0-9684-b46b1faf00bb")]
    public async Task The_images_that_clients_fall_back_on_exist(string id)
    {
        using var api = await _rig.SignedInAsync();

        Assert.True((await api.GetAsync($"/v1/compute/images/{id}")).First.GetProperty("standardImage").GetBoolean());
    }

    [Fact]
    public async Task Images_are_found_by_name_and_by_search()
    {
        using var api = await _rig.SignedInAsync();

        Assert.Single((await api.GetAsync("/v1/compute/images?name=ubuntu-24.04")).Data);
        Assert.Equal(3, (await api.GetAsync("/v1/compute/images?search=ubuntu")).Data.Count);
        Assert.Empty((await api.GetAsync("/v1/compute/images?standardImage=false")).Data);
        Assert.Equal(404, (await api.GetAsync("/v1/compute/images/00000000-0000-4000-8000-000000000000")).Status);
        Assert.Empty((await api.GetAsync("/v1/compute/images/audits")).Data);
    }

    [Fact]
    public async Task Nine_regions_have_data_centers()
    {
        using var api = await _rig.SignedInAsync();

        var rows = (await api.GetAsync("/v1/data-centers?size=100")).Data;

        Assert.Equal(9, rows.Select(row => row.GetProperty("regionSlug").GetString()).Distinct().Count());
        Assert.Equal(3, (await api.GetAsync("/v1/data-centers?regionSlug=EU")).Data.Count);
    }
}
