using System.Text;
using System.Text.Json;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Instances;

public sealed class InstanceTests
{
    [Fact]
    public async Task An_instance_is_read_field_by_field()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(Answers.Instance)));

        var instance = await account.Client.Instances.GetAsync(100, default);

        Assert.Equal((100L, "shop k-abc", InstanceStatus.Running), (instance.InstanceId, instance.DisplayName, instance.Status));
        Assert.Equal(("1.2.3.4", 24L), (instance.IpConfig!.V4![0].Ip, instance.IpConfig.V4[0].NetmaskCidr));
        Assert.Equal((8192m, 4L, 7L), (instance.RamMb, instance.CpuCores, instance.VHostId));
        Assert.Equal(new DateOnly(2026, 12, 31), instance.CancelDate);
        Assert.Equal([123L, 125L], instance.SshKeys!);
        Assert.Equal(1477, instance.AddOns![0].Id);
        Assert.Equal("5.6.7.8", instance.AdditionalIps![0].V4![0].Ip);
    }

    [Fact]
    public async Task An_absent_instance_is_null_when_found_and_an_error_when_expected()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(Answers.Error(404, "Entry Instance not found by instanceId"), 404)));

        Assert.Null(await account.Client.Instances.FindAsync(100, default));
        Assert.Equal(404, (await account.FailsAsync(account.Client.Instances.GetAsync(100, default))).Status);
    }

    [Theory]
    [InlineData("<html>not found</html>")]
    [InlineData("")]
    [InlineData("""{"message":"no Route matched with those values"}""")]
    public async Task A_404_that_is_not_Contabos_own_proves_no_absence(string body)
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(body, 404)));

        await account.FailsAsync(account.Client.Instances.FindAsync(100, default));
    }

    [Fact]
    public async Task An_order_is_sent_with_exactly_the_stored_bytes()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Created, 201));
        using var account = new Account(cloud);
        var bytes = Encoding.UTF8.GetBytes("  " + Encoding.UTF8.GetString(Account.Order.ToJsonBytes()) + "\n");

        var created = await account.Client.Instances.CreateAsync(bytes, Account.WriteId, default);

        Assert.Equal((100L, InstanceStatus.Provisioning), (created.InstanceId, created.Status));
        var sent = Assert.Single(cloud.Calls);
        Assert.Equal((HttpMethod.Post, "/v1/compute/instances", "application/json"), (sent.Method, sent.Url.PathAndQuery, sent.ContentType));
        Assert.Equal(Encoding.UTF8.GetString(bytes), sent.Body);
    }

    [Fact]
    public void An_order_writes_what_is_set_and_nothing_else()
    {
        var order = Account.Order with
        {
            SshKeys = [7],
            RootPassword = 8,
            AddOns = new CreateInstanceAddOns { Backup = AddOnChoice.Ordered, AddonsIds = [new() { Id = 1477, Quantity = 1 }] },
        };

        Assert.Equal(
            """{"productId":"V153","region":"EU","imageId":"afecbb85-e2fc-46f0-9684-b46b1faf00bb","period":1,"displayName":"shop k-abc","defaultUser":"root","sshKeys":[7],"rootPassword":8,"addOns":{"backup":{},"addonsIds":[{"id":1477,"quantity":1}]}}""",
            Encoding.UTF8.GetString(order.ToJsonBytes()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"period":1}""")]
    [InlineData("""{"productId":"","region":"EU","imageId":"i","period":1,"displayName":"n","defaultUser":"root"}""")]
    [InlineData("""{"productId":"V1","region":null,"imageId":"i","period":1,"displayName":"n","defaultUser":"root"}""")]
    [InlineData("""{"productId":"V1","region":"EU","imageId":"i","period":0,"displayName":"n","defaultUser":"root"}""")]
    [InlineData("""{"productId":"V1","region":"EU","imageId":"i","period":1,"displayName":"n","defaultUser":""}""")]
    [InlineData("""{"productId":"V1","region":"EU","imageId":"i","period":1,"displayName":"n"}""")]
    public async Task An_incomplete_order_is_never_sent(string body)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => account.Client.Instances.CreateAsync(Encoding.UTF8.GetBytes(body), Account.WriteId, default));

        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task A_rename_patches_the_display_name_alone()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":100}]}"""));
        using var account = new Account(cloud);

        await account.Client.Instances.RenameAsync(100, "new k-abc", Account.WriteId, default);

        Assert.Equal(
            (HttpMethod.Patch, "/v1/compute/instances/100", """{"displayName":"new k-abc"}"""),
            (cloud.Calls[0].Method, cloud.Calls[0].Url.PathAndQuery, cloud.Calls[0].Body));
    }

    [Fact]
    public async Task A_cancellation_without_a_wish_is_an_empty_object()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":100,"cancelDate":"2026-12-23"}]}""", 201));
        using var account = new Account(cloud);

        var cancelled = await account.Client.Instances.CancelAsync(100, new CancelInstanceRequest(), Account.WriteId, default);

        Assert.Equal(new DateOnly(2026, 12, 23), cancelled.CancelDate);
        Assert.Equal(("/v1/compute/instances/100/cancel", "{}"), (cloud.Calls[0].Url.PathAndQuery, cloud.Calls[0].Body));
    }

    [Fact]
    public async Task Offers_keep_prices_exact_and_unknown_fields()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(
            """{"data":[{"offerId":848,"productId":"V5","vsPrice":4.99,"requiredConfirmations":["ip_change"],"newThing":{"a":1}}]}""")));

        var offer = Assert.Single(await account.Client.Instances.ListUpgradeOffersAsync(100, default));

        Assert.Equal((848L, 4.99m, "ip_change"), (offer.OfferId, offer.VsPrice, offer.RequiredConfirmations![0]));
        Assert.Equal(JsonValueKind.Object, offer.AdditionalData!["newThing"].ValueKind);
    }
}
