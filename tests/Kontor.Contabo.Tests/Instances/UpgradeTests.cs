using System.Text;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Instances;

public sealed class UpgradeTests
{
    [Fact]
    public void An_upgrade_writes_the_add_ons_chosen_and_no_other() =>
        Assert.Equal("""{"backup":{}}""", Encoding.UTF8.GetString(new UpgradeInstanceRequest { Backup = AddOnChoice.Ordered }.ToJsonBytes()));

    [Fact]
    public async Task An_upgrade_is_sent_with_exactly_the_stored_bytes()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":100}]}"""));
        using var account = new Account(cloud);

        await account.Client.Instances.UpgradeAsync(100, """ {"privateNetworking": {}} """u8.ToArray(), Account.WriteId, default);

        Assert.Equal(""" {"privateNetworking": {}} """, Assert.Single(cloud.Calls).Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"backup":null}""")]
    [InlineData("""{"backup":[]}""")]
    [InlineData("""{"backup":true}""")]
    [InlineData("""{"firewalling":{}}""")]
    public async Task An_upgrade_that_chooses_no_add_on_is_never_sent(string body)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => account.Client.Instances.UpgradeAsync(100, Encoding.UTF8.GetBytes(body), Account.WriteId, default));

        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public void An_upgrade_without_an_add_on_has_no_bytes() =>
        Assert.Throws<ArgumentException>(() => new UpgradeInstanceRequest().ToJsonBytes());
}
