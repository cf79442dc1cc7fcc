using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Contract;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Contract;

public sealed class RefusalTests
{
    private const string Instances = "/v1/compute/instances";

    private readonly CloudRig _rig = new();

    [Theory]
    [InlineData("""{}""", "period must be an integer number")]
    [InlineData("""{"period":"1"}""", "period must be an integer number")]
    [InlineData("""{"period":1.5}""", "period must be an integer number")]
    [InlineData("""{"period":1,"productId":""}""", "productId must be longer than or equal to 1 characters")]
    [InlineData("""{"period":1,"productId":7}""", "productId must be a string")]
    [InlineData("""{"period":1,"imageId":"ubuntu"}""", "imageId must be a UUID")]
    [InlineData("""{"period":1,"displayName":"a:b"}""", "Only numbers, letters, spaces and - allowed.")]
    [InlineData("""{"period":1,"displayName":"a_b"}""", "Only numbers, letters, spaces and - allowed.")]
    [InlineData("""{"period":1,"defaultUser":"ubuntu"}""", "defaultUser must be one of the following values: root, admin, administrator")]
    [InlineData("""{"period":1,"sshKeys":"[1]"}""", "sshKeys must be an array")]
    [InlineData("""{"period":1,"sshKeys":["1"]}""", "sshKeys.0 must be an integer number")]
    [InlineData("""{"period":1,"addOns":[]}""", "addOns must be an object")]
    [InlineData("""{"period":1,"addOns":{"addonsIds":[{"id":1}]}}""", "addOns.addonsIds.0.quantity must be an integer number")]
    [InlineData("""{"period":1,"perriod":1}""", "property perriod should not exist")]
    [InlineData("""{"period":2}""", "period must be one of the following values: 1, 12, 24")]
    public async Task A_body_that_does_not_fit_is_refused_with_a_list_of_reasons(string body, string message)
    {
        var answer = await OrderAsync(body);

        Assert.Equal((400, 400), (answer.Status, answer.Body.GetProperty("statusCode").GetInt32()));
        Assert.Equal([message], answer.Message.EnumerateArray().Select(one => one.GetString()));
        Assert.Empty(_rig.Cloud.PurchaseLog);
    }

    [Theory]
    [InlineData("V999", "EU")]
    [InlineData("V45", "EU")]
    [InlineData("V10", "US-central")]
    public async Task An_unknown_a_retired_and_an_unoffered_product_are_refused_alike(string product, string region)
    {
        var answer = await OrderAsync($$"""{"period":1,"productId":"{{product}}","region":"{{region}}","imageId":"66abf39a-ba8b-425e-a385-8eb347ceac10"}""");

        Assert.Equal((400, "Bad Request productId 66abf39a-ba8b-425e-a385-8eb347ceac10 is wrong"), (answer.Status, answer.Message.GetString()));
    }

    [Fact]
    public async Task An_image_must_exist_and_fit_the_disk()
    {
        Assert.Equal("Entry Image not found by imageId", (await OrderAsync("""{"period":1,"imageId":"00000000-0000-4000-8000-000000000000"}""")).Message.GetString());
        var huge = await OrderAsync("""{"period":1,"imageId":"77777777-0000-4000-8000-00000000b16d"}""");
        Assert.Equal(400, huge.Status);
        Assert.Equal(201, (await OrderAsync("""{"period":1,"productId":"V158","imageId":"77777777-0000-4000-8000-00000000b16d"}""")).Status);
    }

    [Fact]
    public async Task An_unusable_password_secret_is_a_500()
    {
        var answer = await OrderAsync("""{"period":1,"rootPassword":4711}""");

        Assert.Equal((500, "Internal Server Error, retry or contact support"), (answer.Status, answer.Message.GetString()));
        Assert.Empty(_rig.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_user_left_out_is_ubuntu()
    {
        var id = (await OrderAsync("""{"period":1}""")).First.GetProperty("instanceId").GetInt64();

        Assert.Equal("ubuntu", _rig.Cloud.FindInstance(id)!.DefaultUser);
    }

    [Fact]
    public async Task A_refused_order_leaves_no_audit_row()
    {
        using var api = await _rig.SignedInAsync();
        await api.PostAsync(Instances, new { period = 2 });

        Assert.Empty((await api.GetAsync($"{Instances}/audits")).Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("00000000-0000-7000-8000-000000000001")]
    public async Task A_request_id_that_is_no_UUID_is_refused(string requestId)
    {
        using var api = await _rig.SignedInAsync();

        var answer = await api.SendAsync(HttpMethod.Get, Instances, null, requestId);

        Assert.Equal((400, "x-request-id must be a UUID"), (answer.Status, answer.Message[0].GetString()));
    }

    [Fact]
    public async Task What_is_not_simulated_says_so()
    {
        using var api = await _rig.SignedInAsync();

        var answer = await api.GetAsync("/v1/private-networks");

        Assert.Equal((501, "The simulated cloud does not simulate retrievePrivateNetworkList yet."), (answer.Status, answer.Message.GetString()));
    }

    [Fact]
    public async Task An_unknown_path_is_answered_by_the_gateway()
    {
        using var api = await _rig.SignedInAsync();

        var answer = await api.SendAsync(HttpMethod.Delete, $"{Instances}/1", null);

        Assert.Equal(404, answer.Status);
        Assert.False(answer.Body.TryGetProperty("statusCode", out _));
    }

    [Fact]
    public async Task Broken_JSON_is_refused()
    {
        using var api = await _rig.SignedInAsync();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = $"Bearer {api.Token}",
            ["X-Request-Id"] = ApiCaller.RequestId(1),
        };

        var reply = _rig.Cloud.Handle(new CloudRequest("POST", Instances, "", headers, "{\"period\":1"u8.ToArray()));

        Assert.Equal(400, reply.Response!.Status);
    }

    [Fact]
    public void Every_body_rule_of_the_table_can_refuse()
    {
        var body = System.Text.Json.JsonElement.Parse("""{"nobodyKnowsThis":1}""");

        foreach (var operation in OperationTable.Committed.Operations.Where(one => one.Body is { Fields.Count: > 0 }))
        {
            Assert.NotEmpty(BodyValidator.Check(operation.Body!, body, refuseUnknown: true));
        }
    }

    private async Task<ApiAnswer> OrderAsync(string body)
    {
        using var api = await _rig.Caller(AccountSettings.Demo).SignInAsync();
        return await api.PostAsync(Instances, System.Text.Json.JsonElement.Parse(body));
    }
}
