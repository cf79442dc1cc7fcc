using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Instances;

public sealed class InstanceActionTests
{
    [Fact]
    public async Task An_action_without_credentials_sends_an_empty_object()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":100,"action":"rescue"}]}""", 201));
        using var account = new Account(cloud);

        var triggered = await account.Client.InstanceActions.RescueAsync(100, new RescueInstanceRequest(), Account.WriteId, default);

        Assert.Equal((100L, InstanceAction.Rescue), (triggered.InstanceId, triggered.Action));
        Assert.Equal("{}", Assert.Single(cloud.Calls).Body);
    }

    [Fact]
    public async Task A_word_or_field_that_this_client_does_not_know_survives()
    {
        using var account = new Account(Cloud.Answering(
            () => Cloud.Json("""{"data":[{"instanceId":"100","action":"hibernate","queuedBehind":2}]}""", 201)));

        var triggered = await account.Client.InstanceActions.StopAsync(100, Account.WriteId, default);

        Assert.Equal(("hibernate", 2), (triggered.Action?.Value, triggered.AdditionalData!["queuedBehind"].GetInt32()));
    }

    [Fact]
    public async Task An_action_is_done_although_its_answer_names_none()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":100}]}""", 201)));

        Assert.Null((await account.Client.InstanceActions.StartAsync(100, Account.WriteId, default)).Action);
    }

    [Fact]
    public async Task A_lost_action_is_found_by_its_request_id()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(
            """{"data":[{"id":1,"instanceId":100,"action":"CREATED","requestId":"11111111-1111-4111-8111-111111111111","changes":{"new":{"action":"stop"}}}]}"""));
        using var account = new Account(cloud);
        var filter = new InstanceActionAuditFilter { RequestId = Account.WriteId };

        var row = Assert.Single(
            await account.Client.InstanceActionAudits.ListAsync(filter, default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"?requestId={Account.WriteId}&", cloud.Calls[0].Url.Query, StringComparison.Ordinal);
        Assert.Equal((100L, AuditAction.Created, Account.WriteId.ToString()), (row.InstanceId, row.Action, row.RequestId));
    }
}
