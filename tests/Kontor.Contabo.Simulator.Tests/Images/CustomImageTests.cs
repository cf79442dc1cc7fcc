using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Accounts;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Images;

public sealed class CustomImageTests
{
    private const string Images = "/v1/compute/images";

    private readonly CloudRig _rig = new(new SimulatorOptions { CustomImageBaseMb = 10_000 });

    [Fact]
    public async Task A_custom_image_is_downloaded_with_time()
    {
        using var api = await _rig.SignedInAsync();

        var answer = await RegisterAsync(api);

        Assert.Equal(201, answer.Status);
        Assert.Equal(["tenantId", "customerId", "imageId"], answer.First.EnumerateObject().Select(field => field.Name));
        var path = $"{Images}/{answer.First.GetProperty("imageId").GetString()}";
        _rig.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(("downloading", 1000), await ProgressAsync(api, path));
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(("downloaded", 4000), await ProgressAsync(api, path));
    }

    [Fact]
    public async Task Both_kinds_are_listed_and_told_apart()
    {
        using var api = await _rig.SignedInAsync();
        await RegisterAsync(api);

        var own = Assert.Single((await api.GetAsync($"{Images}?standardImage=false")).Data);
        Assert.Equal(("mine", "qcow2", false), (own.GetProperty("name").GetString(), own.GetProperty("format").GetString(), own.GetProperty("standardImage").GetBoolean()));
        Assert.All((await api.GetAsync($"{Images}?standardImage=true&size=100")).Data, row => Assert.True(row.GetProperty("standardImage").GetBoolean()));
        Assert.Single((await api.GetAsync($"{Images}?name=mine")).Data);
    }

    [Theory]
    [InlineData("https://example.com/page.html")]
    [InlineData("https://example.com/image.qcow2.zip")]
    [InlineData("ftp://example.com/image.iso")]
    [InlineData("image.iso")]
    [InlineData("")]
    public async Task A_link_that_leads_to_no_image_is_a_415(string url)
    {
        using var api = await _rig.SignedInAsync();

        var answer = await RegisterAsync(api, url: url);

        Assert.Equal(
            (415, "Unsupported Media Type: Please provide a direct link to an .iso or .qcow2 image."), (answer.Status, answer.Message.GetString()));
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        using var api = await _rig.SignedInAsync();
        await RegisterAsync(api);
        var other = (await RegisterAsync(api, "other")).First.GetProperty("imageId").GetString();

        Assert.Equal(409, (await RegisterAsync(api)).Status);
        Assert.Equal(409, (await api.SendAsync(HttpMethod.Patch, $"{Images}/{other}", new { name = "mine" })).Status);
    }

    [Fact]
    public async Task Space_is_limited_and_the_statistics_tell_it()
    {
        using var api = await _rig.SignedInAsync();
        await RegisterAsync(api);
        await RegisterAsync(api, "second");

        var stats = (await api.GetAsync($"{Images}/stats")).First;
        Assert.Equal(
            (2, 10_000, 8_000, 2_000),
            (stats.GetProperty("currentImagesCount").GetInt32(), stats.GetProperty("totalSizeMb").GetInt32(),
                stats.GetProperty("usedSizeMb").GetInt32(), stats.GetProperty("freeSizeMb").GetInt32()));
        Assert.Equal(402, (await RegisterAsync(api, "third")).Status);
    }

    [Fact]
    public async Task Space_comes_with_the_add_on_of_an_instance()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();

        Assert.Equal(402, (await RegisterAsync(api)).Status);
        await api.PostAsync("/v1/compute/instances", new { period = 1, addOns = new { customImage = new { } } });

        Assert.Equal(25_600, (await api.GetAsync($"{Images}/stats")).First.GetProperty("totalSizeMb").GetInt32());
        Assert.Equal(201, (await RegisterAsync(api)).Status);
    }

    [Fact]
    public async Task Name_and_description_can_be_changed()
    {
        using var api = await _rig.SignedInAsync();
        var path = $"{Images}/{(await RegisterAsync(api)).First.GetProperty("imageId").GetString()}";
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(200, (await api.SendAsync(HttpMethod.Patch, path, new { name = "ours", description = "new" })).Status);

        var shown = (await api.GetAsync(path)).First;
        Assert.Equal(("ours", "new"), (shown.GetProperty("name").GetString(), shown.GetProperty("description").GetString()));
        Assert.Equal("2026-11-10T09:00:05.000Z", shown.GetProperty("lastModifiedDate").GetString());
    }

    [Fact]
    public async Task A_deleted_image_is_gone_with_its_place_and_its_tags()
    {
        using var api = await _rig.SignedInAsync();
        var id = (await RegisterAsync(api)).First.GetProperty("imageId").GetString();
        await api.PostAsync("/v1/tags", new { name = "ours", color = "#0A78C3" });
        Assert.Equal(201, (await api.PostAsync($"/v1/tags/2001/assignments/image/{id}", null)).Status);

        Assert.Equal(204, (await api.SendAsync(HttpMethod.Delete, $"{Images}/{id}", null)).Status);

        Assert.Equal(404, (await api.GetAsync($"{Images}/{id}")).Status);
        Assert.Equal("Entry Image not found by imageId", (await api.SendAsync(HttpMethod.Delete, $"{Images}/{id}", null)).Message.GetString());
        Assert.Empty((await api.GetAsync("/v1/tags/2001/assignments")).Data);
        Assert.Equal(0, (await api.GetAsync($"{Images}/stats")).First.GetProperty("usedSizeMb").GetInt32());
        Assert.Equal(201, (await RegisterAsync(api)).Status);
    }

    [Theory]
    [InlineData("d64d5c6c-9dda-4e38-8174-0ee282474d8a")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    [InlineData("mine")]
    public async Task What_is_not_the_accounts_own_cannot_be_changed(string id)
    {
        using var api = await _rig.SignedInAsync();

        Assert.Equal(404, (await api.SendAsync(HttpMethod.Patch, $"{Images}/{id}", new { name = "x" })).Status);
        Assert.Equal(404, (await api.SendAsync(HttpMethod.Delete, $"{Images}/{id}", null)).Status);
    }

    [Fact]
    public async Task Another_accounts_image_is_nowhere_to_be_found()
    {
        var rig = new CloudRig(new SimulatorOptions { CustomImageBaseMb = 10_000, Accounts = [AccountSettings.Demo, OtherAccount.Settings] });
        using var other = await rig.SignedInAsync(OtherAccount.Settings);
        var id = (await RegisterAsync(other)).First.GetProperty("imageId").GetString();
        rig.Clock.Advance(TimeSpan.FromSeconds(80));
        using var api = await rig.SignedInAsync();

        Assert.Equal(404, (await api.GetAsync($"{Images}/{id}")).Status);
        Assert.Equal(404, (await api.SendAsync(HttpMethod.Delete, $"{Images}/{id}", null)).Status);
        Assert.Equal(404, (await api.PostAsync("/v1/compute/instances", new { period = 1, imageId = id })).Status);
        Assert.Empty((await api.GetAsync($"{Images}?standardImage=false")).Data);
        Assert.Equal(201, (await RegisterAsync(api)).Status);
    }

    [Theory]
    [InlineData("""{"url":"https://example.com/a.iso","osType":"Linux","version":"1"}""")]
    [InlineData("""{"name":"a","url":"https://example.com/a.iso","osType":"BSD","version":"1"}""")]
    [InlineData("""{"name":"a","url":"https://example.com/a.iso","osType":"Linux"}""")]
    [InlineData("""{"name":"a","osType":"Linux","version":"1"}""")]
    public async Task A_body_that_does_not_fit_is_refused(string body)
    {
        using var api = await _rig.SignedInAsync();

        Assert.Equal(400, (await api.PostAsync(Images, System.Text.Json.JsonElement.Parse(body))).Status);
    }

    [Fact]
    public async Task A_download_may_fail_and_says_why()
    {
        using var api = await _rig.SignedInAsync();
        _rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ImageDownloadError });
        var path = $"{Images}/{(await RegisterAsync(api)).First.GetProperty("imageId").GetString()}";

        _rig.Clock.Advance(TimeSpan.FromSeconds(80));

        var shown = (await api.GetAsync(path)).First;
        Assert.Equal(("error", 0), (shown.GetProperty("status").GetString(), shown.GetProperty("uploadedSizeMb").GetInt32()));
        Assert.NotEmpty(shown.GetProperty("errorMessage").GetString()!);
        Assert.Equal(0, (await api.GetAsync($"{Images}/stats")).First.GetProperty("usedSizeMb").GetInt32());
    }

    [Fact]
    public async Task An_image_is_installed_once_it_is_there_and_stays_on_the_instance_when_it_is_deleted()
    {
        using var api = await _rig.SignedInAsync();
        var imageId = (await RegisterAsync(api)).First.GetProperty("imageId").GetString();
        var order = new { period = 1, imageId };

        Assert.Equal(422, (await api.PostAsync("/v1/compute/instances", order)).Status);
        _rig.Clock.Advance(TimeSpan.FromSeconds(80));
        var answer = await api.PostAsync("/v1/compute/instances", order);
        Assert.Equal((201, "Linux"), (answer.Status, answer.First.GetProperty("osType").GetString()));
        await api.SendAsync(HttpMethod.Delete, $"{Images}/{imageId}", null);
        Assert.Equal("Linux", Assert.Single((await api.GetAsync("/v1/compute/instances")).Data).GetProperty("osType").GetString());
        Assert.Equal(404, (await api.PostAsync("/v1/compute/instances", order)).Status);
    }

    [Fact]
    public async Task Every_change_leaves_a_row()
    {
        using var api = await _rig.SignedInAsync();
        var created = await RegisterAsync(api, requestId: ApiCaller.RequestId(906));
        var id = created.First.GetProperty("imageId").GetString();
        await api.SendAsync(HttpMethod.Patch, $"{Images}/{id}", new { name = "ours" });
        await api.SendAsync(HttpMethod.Delete, $"{Images}/{id}", null);

        Assert.Equal(id, Assert.Single((await api.GetAsync($"{Images}/audits?requestId={ApiCaller.RequestId(906)}")).Data).GetProperty("imageId").GetString());
        Assert.Equal(
            ["CREATED", "UPDATED", "DELETED"],
            (await api.GetAsync($"{Images}/audits?imageId={id}")).Data.Select(row => row.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task A_registration_whose_answer_is_lost_is_found_by_its_name()
    {
        using var api = await _rig.SignedInAsync();
        _rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorAfterEffect, Operation = "createCustomImage" });

        Assert.Equal(500, (await RegisterAsync(api)).Status);

        Assert.Single((await api.GetAsync($"{Images}?name=mine")).Data);
    }

    private static Task<ApiAnswer> RegisterAsync(
        ApiCaller api, string name = "mine", string url = "https://example.com/image.qcow2?sizeMb=4000", string? requestId = null) =>
        api.PostAsync(Images, new { name, url, osType = "Linux", version = "1" }, requestId);

    private static async Task<(string? Status, int UploadedMb)> ProgressAsync(ApiCaller api, string path)
    {
        var image = (await api.GetAsync(path)).First;
        return (image.GetProperty("status").GetString(), image.GetProperty("uploadedSizeMb").GetInt32());
    }
}
