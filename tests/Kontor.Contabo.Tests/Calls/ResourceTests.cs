using Kontor.Contabo.DataCenters;
using Kontor.Contabo.Images;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Tags;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Calls;

public sealed class ResourceTests
{
    private const string ImageId = "afecbb85-e2fc-46f0-9684-b46b1faf00bb";

    public static TheoryData<string, string, Func<ContaboClient, CancellationToken, Task>> CallsWithAnswers => new()
    {
        { $"GET /v1/compute/images/{ImageId}", $$"""{"imageId":"{{ImageId}}"}""", (c, t) => c.Images.GetAsync(ImageId, t) },
        { "GET /v1/compute/images/stats", "{}", (c, t) => c.Images.GetStatsAsync(t) },
        { "POST /v1/compute/images", $$"""{"imageId":"{{ImageId}}"}""", (c, t) => c.Images.CreateAsync(new() { Name = "n", Url = "u", OsType = ImageOsType.Linux, Version = "1" }, Account.WriteId, t) },
        { $"PATCH /v1/compute/images/{ImageId}", $$"""{"imageId":"{{ImageId}}"}""", (c, t) => c.Images.UpdateAsync(ImageId, new() { Name = "n" }, Account.WriteId, t) },
        { $"DELETE /v1/compute/images/{ImageId}", "", (c, t) => c.Images.DeleteAsync(ImageId, Account.WriteId, t) },
        { "GET /v1/secrets/5", """{"secretId":5.0,"value":"v"}""", (c, t) => c.Secrets.GetAsync(5, t) },
        { "POST /v1/secrets", """{"secretId":"5"}""", (c, t) => c.Secrets.CreateAsync(new() { Name = "n", Value = "12345678", Type = SecretType.Ssh }, Account.WriteId, t) },
        { "PATCH /v1/secrets/5", "", (c, t) => c.Secrets.UpdateAsync(5, new() { Name = "n" }, Account.WriteId, t) },
        { "DELETE /v1/secrets/5", "", (c, t) => c.Secrets.DeleteAsync(5, Account.WriteId, t) },
        { "GET /v1/tags/5", """{"tagId":5}""", (c, t) => c.Tags.GetAsync(5, t) },
        { "POST /v1/tags", """{"tagId":5}""", (c, t) => c.Tags.CreateAsync(new() { Name = "n", Color = "#fff" }, Account.WriteId, t) },
        { "PATCH /v1/tags/5", "", (c, t) => c.Tags.UpdateAsync(5, new() { Name = "n" }, Account.WriteId, t) },
        { "DELETE /v1/tags/5", "", (c, t) => c.Tags.DeleteAsync(5, Account.WriteId, t) },
        { "GET /v1/tags/5/assignments/instance/100", """{"tagId":5,"resourceId":"100"}""", (c, t) => c.TagAssignments.GetAsync(5, TaggedResource.Instance(100), t) },
        { "POST /v1/tags/5/assignments/instance/100", "", (c, t) => c.TagAssignments.CreateAsync(5, TaggedResource.Instance(100), Account.WriteId, t) },
        { "DELETE /v1/tags/5/assignments/object-storage/a%2Fb", "", (c, t) => c.TagAssignments.DeleteAsync(5, new(TagResourceType.ObjectStorage, "a/b"), Account.WriteId, t) },
    };

    [Theory]
    [MemberData(nameof(CallsWithAnswers), DisableDiscoveryEnumeration = true)]
    public async Task Each_call_goes_to_its_place_and_every_write_has_a_body(string expected, string answer, Func<ContaboClient, CancellationToken, Task> call)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(answer.Length == 0 ? "" : $$"""{"data":[{{answer}}]}""", answer.Length == 0 ? 204 : 200));
        using var account = new Account(cloud);

        await call(account.Client, TestContext.Current.CancellationToken);

        var sent = Assert.Single(cloud.Calls);
        Assert.Equal(expected, $"{sent.Method} {sent.Url.PathAndQuery}");
        Assert.Equal(sent.Method != HttpMethod.Get, sent.Body?.Length > 0);
    }

    public static TheoryData<string, Func<ContaboClient, CancellationToken, ValueTask<int>>> Lists => new()
    {
        { "/v1/compute/images?standardImage=true&page=1&size=100", (c, t) => c.Images.ListAsync(new() { StandardImage = true }, t).CountAsync(t) },
        { "/v1/compute/images/audits?imageId=i&page=1&size=100", (c, t) => c.ImageAudits.ListAsync(new() { ImageId = "i" }, t).CountAsync(t) },
        { "/v1/data-centers?regionSlug=EU&page=1&size=100", (c, t) => c.DataCenters.ListAsync(new() { RegionSlug = "EU" }, t).CountAsync(t) },
        { "/v1/secrets?name=n&type=ssh&page=1&size=100", (c, t) => c.Secrets.ListAsync(new() { Name = "n", Type = SecretType.Ssh }, t).CountAsync(t) },
        { "/v1/secrets/audits?secretId=5&page=1&size=100", (c, t) => c.SecretAudits.ListAsync(new() { SecretId = 5 }, t).CountAsync(t) },
        { "/v1/tags?name=n&page=1&size=100", (c, t) => c.Tags.ListAsync(new() { Name = "n" }, t).CountAsync(t) },
        { "/v1/tags/audits?tagId=5&page=1&size=100", (c, t) => c.TagAudits.ListAsync(new() { TagId = 5 }, t).CountAsync(t) },
        { "/v1/tags/5/assignments?resourceType=instance&page=1&size=100", (c, t) => c.TagAssignments.ListAsync(5, new() { ResourceType = TagResourceType.Instance }, t).CountAsync(t) },
        { "/v1/tags/assignments/audits?tagId=5&resourceId=100&page=1&size=100", (c, t) => c.TagAssignmentAudits.ListAsync(new() { TagId = 5, ResourceId = "100" }, t).CountAsync(t) },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task Each_list_is_asked_for_at_its_place(string expected, Func<ContaboClient, CancellationToken, ValueTask<int>> list)
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{}]}"""));
        using var account = new Account(cloud);

        Assert.Equal(1, await list(account.Client, TestContext.Current.CancellationToken));

        Assert.Equal(expected, Assert.Single(cloud.Calls).Url.PathAndQuery);
    }

    [Fact]
    public async Task A_data_center_tells_what_can_be_ordered_there()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""{"data":[{"slug":"EU1","capabilities":["VPS","Quantum"]}]}""")));

        var center = Assert.Single(await account.Client.DataCenters.ListAsync(null, default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal([DataCenterCapability.Vps, new DataCenterCapability("Quantum")], center.Capabilities!);
    }
}
