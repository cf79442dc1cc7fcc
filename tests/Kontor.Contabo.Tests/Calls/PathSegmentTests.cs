using Kontor.Contabo.Tags;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Calls;

public sealed class PathSegmentTests
{
    public static MatrixTheoryData<string, Func<ContaboClient, string, Task>> Ids => new(
        [".", "..", " ", ""],
        [
            (client, id) => client.Images.DeleteAsync(id, Account.WriteId, default),
            (client, id) => client.Snapshots.RollbackAsync(100, id, Account.WriteId, default),
            (client, id) => client.TagAssignments.CreateAsync(5, new(TagResourceType.Image, id), Account.WriteId, default),
            (client, id) => client.TagAssignments.CreateAsync(5, new(new(id), "100"), Account.WriteId, default),
        ]);

    [Theory]
    [MemberData(nameof(Ids), DisableDiscoveryEnumeration = true)]
    public async Task An_id_that_would_lead_to_another_resource_is_never_sent(string id, Func<ContaboClient, string, Task> call)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => call(account.Client, id));

        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("...", "...")]
    [InlineData("../a b", "..%2Fa%20b")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    public async Task Any_other_id_is_one_segment(string id, string expected)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        await account.Client.Images.DeleteAsync(id, Account.WriteId, default);

        Assert.Equal($"/v1/compute/images/{expected}", Assert.Single(cloud.Calls).Url.PathAndQuery);
    }
}
