using Kontor.Contabo.DataCenters;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Tags;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Calls;

public sealed class ResourceTests
{
    public static TheoryData<string, Func<ContaboClient, CancellationToken, ValueTask<int>>> Lists => new()
    {
        { "/v1/compute/images?standardImage=true&page=1&size=100", (c, t) => c.Images.ListAsync(new() { StandardImage = true }, t).CountAsync(t) },
        { "/v1/compute/images/audits?imageId=i&page=1&size=100", (c, t) => c.ImageAudits.ListAsync(new() { ImageId = "i" }, t).CountAsync(t) },
        { "/v1/compute/instances/audits?instanceId=100&page=1&size=100", (c, t) => c.InstanceAudits.ListAsync(new() { InstanceId = 100 }, t).CountAsync(t) },
        { "/v1/compute/instances/actions/audits?instanceId=100&page=1&size=100", (c, t) => c.InstanceActionAudits.ListAsync(new() { InstanceId = 100 }, t).CountAsync(t) },
        { "/v1/compute/instances/100/snapshots?name=n&orderBy=createdDate%3ADESC&page=1&size=100", (c, t) => c.Snapshots.ListAsync(100, new() { Name = "n", OrderBy = ["createdDate:DESC"] }, t).CountAsync(t) },
        { "/v1/compute/snapshots/audits?instanceId=100&snapshotId=snap1&page=1&size=100", (c, t) => c.SnapshotAudits.ListAsync(new() { InstanceId = 100, SnapshotId = "snap1" }, t).CountAsync(t) },
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
