using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class RegionChangeTests
{
    private static readonly object ToTheUk = new { region = "UK", method = "installation" };

    [Fact]
    public async Task A_check_that_finds_nothing_answers_nothing()
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal((204, ""), ((await CheckAsync(one)).Status, (await CheckAsync(one)).Text));
    }

    [Fact]
    public async Task A_request_opens_a_ticket_and_nothing_moves_by_itself()
    {
        using var one = await InstanceRig.RunningAsync();

        var answer = await RequestAsync(one, ToTheUk);

        Assert.Equal((200, 300_001), (answer.Status, answer.First.GetProperty("ticketNumber").GetInt64()));
        one.Pass(3600);
        Assert.Equal("EU", one.Instance.Region);
    }

    [Fact]
    public async Task When_the_staff_are_done_region_address_and_later_charges_are_others()
    {
        using var one = await InstanceRig.RunningAsync(productId: "V153");
        var before = (await one.Api.GetAsync(one.Path)).First.GetProperty("ipConfig").GetRawText();
        await RequestAsync(one, ToTheUk);

        Assert.True(one.Cloud.Panel.FinishRegionChange(one.Id));

        var after = (await one.Api.GetAsync(one.Path)).First;
        Assert.Equal("UK", after.GetProperty("region").GetString());
        Assert.NotEqual(before, after.GetProperty("ipConfig").GetRawText());
        one.Rig.Clock.Advance(TimeSpan.FromDays(31));
        // 4.50 + 1.05
        Assert.Equal(5.55m, one.Cloud.Charges[^1].Amount);
        Assert.False(one.Cloud.Panel.FinishRegionChange(one.Id));
    }

    [Theory]
    [InlineData("EU", "installation", "invalid_region")]
    [InlineData("MARS", "installation", "invalid_region")]
    [InlineData("UK", "magic", "invalid_method")]
    public async Task A_wish_that_cannot_be_is_refused_in_the_billing_systems_envelope(string region, string method, string code)
    {
        using var one = await InstanceRig.RunningAsync();

        var answer = await RequestAsync(one, new { region, method });

        Assert.Equal((400, $$"""{"errors":["{{code}}"]}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task What_is_unknown_installing_cancelled_or_asked_for_already_fails_the_check()
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal("""{"errors":["invalid_order_id"]}""", (await one.Api.GetAsync("/v1/compute/instances/1/regionChange/check")).Text);
        await RequestAsync(one, ToTheUk);
        await RefusedAsync(one, "region_change_pending");
        one.Cloud.Panel.FinishRegionChange(one.Id);
        one.Cloud.Panel.SetStatus(one.Id, "installing");
        await RefusedAsync(one, "instance_not_ready");
        one.Cloud.Panel.SetStatus(one.Id, "running");
        one.Cloud.Panel.Cancel(one.Id);
        await RefusedAsync(one, "order_cancelled");
    }

    [Fact]
    public async Task Extra_storage_forbids_a_move()
    {
        using var one = await InstanceRig.RunningAsync();
        var body = new { period = 1, addOns = new { extraStorage = new { ssd = (string[])["1"] } } };
        var id = (await one.Api.PostAsync("/v1/compute/instances", body)).First.GetProperty("instanceId").GetInt64();
        one.Pass(120);

        var answer = await one.Api.GetAsync($"/v1/compute/instances/{id}/regionChange/check");

        Assert.Equal((400, """{"errors":["additional_ssd"]}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_body_that_does_not_fit_is_refused_by_the_application_and_a_good_one_leaves_a_row()
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal(400, (await RequestAsync(one, new { region = "UK" })).Body.GetProperty("statusCode").GetInt32());
        await RequestAsync(one, ToTheUk);
        var row = (await one.Api.GetAsync("/v1/compute/instances/audits")).Data[^1];
        Assert.Equal("UK", row.GetProperty("changes").GetProperty("new").GetProperty("region").GetString());
    }

    private static async Task RefusedAsync(InstanceRig one, string code)
    {
        var answers = (await CheckAsync(one), await RequestAsync(one, new { region = "JPN", method = "migration" }));
        Assert.Equal((400, 400), (answers.Item1.Status, answers.Item2.Status));
        Assert.Equal((code, code), (Code(answers.Item1), Code(answers.Item2)));
    }

    private static string? Code(ApiAnswer answer) => answer.Body.GetProperty("errors")[0].GetString();

    private static Task<ApiAnswer> CheckAsync(InstanceRig one) => one.Api.GetAsync($"{one.Path}/regionChange/check");

    private static Task<ApiAnswer> RequestAsync(InstanceRig one, object body) => one.Api.PostAsync($"{one.Path}/regionChange", body);
}
