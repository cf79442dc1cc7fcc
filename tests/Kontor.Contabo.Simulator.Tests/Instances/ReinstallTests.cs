using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class ReinstallTests
{
    private static readonly object Debian = new { imageId = "4efbc0ba-2313-4fe1-842a-516f8652e729", defaultUser = "root" };

    [Fact]
    public async Task A_reinstall_wipes_and_runs_again_with_its_address_and_contract()
    {
        using var one = await InstanceRig.RunningAsync();
        var before = (await one.Api.GetAsync(one.Path)).First;

        var answer = await one.ReinstallAsync(Debian);

        Assert.Equal(200, answer.Status);
        Assert.Equal(["tenantId", "customerId", "instanceId", "createdDate"], answer.First.EnumerateObject().Select(field => field.Name));
        one.Pass(299.999);
        Assert.Equal("installing", one.Status);
        one.Pass(0.001);
        await one.Api.SignInAsync();
        var after = (await one.Api.GetAsync(one.Path)).First;
        Assert.Equal(("running", "root"), (after.GetProperty("status").GetString(), after.GetProperty("defaultUser").GetString()));
        Assert.Equal(before.GetProperty("ipConfig").GetRawText(), after.GetProperty("ipConfig").GetRawText());
        Assert.Equal("4efbc0ba-2313-4fe1-842a-516f8652e729", after.GetProperty("imageId").GetString());
        Assert.Equal((1, 1), (one.Instance.Installations, one.Cloud.Charges.Count));
    }

    [Fact]
    public async Task A_reinstall_takes_the_login_it_is_told_and_forgets_the_old_one()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.Api.PostAsync("/v1/secrets", new { name = "key", type = "ssh", value = "ssh-ed25519 AAAA" });
        await one.ActAsync("resetPassword", new { sshKeys = (int[])[1001] });
        one.Pass(10);

        await one.ReinstallAsync(new { imageId = "4efbc0ba-2313-4fe1-842a-516f8652e729" });

        Assert.Empty(one.Instance.SshKeys);
        Assert.Equal("ubuntu", one.Instance.DefaultUser);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Snapshots_are_lost_unless_the_settings_keep_them(bool kept, int snapshots)
    {
        using var one = await InstanceRig.RunningAsync(new SimulatorOptions { ReinstallKeepsSnapshots = kept });
        await one.SnapshotAsync();

        await one.ReinstallAsync(Debian);

        Assert.Equal(snapshots, (await one.Api.GetAsync($"{one.Path}/snapshots")).Data.Count);
    }

    [Fact]
    public async Task A_cancelled_instance_can_be_reinstalled_and_keeps_its_date()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.Api.PostAsync($"{one.Path}/cancel", null);

        Assert.Equal(200, (await one.ReinstallAsync(Debian)).Status);
        one.Pass(300);

        Assert.Equal((new DateOnly(2026, 12, 10), "running"), (one.Instance.Contract!.CancelDate!.Value, one.Status));
    }

    [Theory]
    [InlineData("stopped", 200)]
    [InlineData("rescue", 200)]
    [InlineData("error", 200)]
    [InlineData("installing", 422)]
    [InlineData("provisioning", 422)]
    [InlineData("reset_password", 422)]
    [InlineData("product_not_available", 422)]
    public async Task The_state_decides_whether_it_can_be_reinstalled(string status, int answered)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Panel.SetStatus(one.Id, status);

        Assert.Equal(answered, (await one.ReinstallAsync(Debian)).Status);
    }

    [Fact]
    public async Task While_something_is_under_way_it_is_refused_and_nothing_is_wiped()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.SnapshotAsync();
        await one.ActAsync("stop");

        Assert.Equal(422, (await one.ReinstallAsync(Debian)).Status);
        Assert.Single(one.Cloud.Snapshots(one.Id));
        Assert.Equal(0, one.Instance.Installations);
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"imageId":"ubuntu"}""", 400)]
    [InlineData("""{"imageId":"4efbc0ba-2313-4fe1-842a-516f8652e729","period":1}""", 400)]
    [InlineData("""{"imageId":"00000000-0000-4000-8000-000000000000"}""", 404)]
    [InlineData("""{"imageId":"77777777-0000-4000-8000-00000000b16d"}""", 400)]
    [InlineData("""{"imageId":"4efbc0ba-2313-4fe1-842a-516f8652e729","rootPassword":4711}""", 500)]
    public async Task A_wish_that_cannot_be_is_refused_before_anything_is_wiped(string body, int status)
    {
        using var one = await InstanceRig.RunningAsync();

        Assert.Equal(status, (await one.ReinstallAsync(System.Text.Json.JsonElement.Parse(body))).Status);
        Assert.Equal(("running", 0), (one.Status, one.Instance.Installations));
    }

    [Fact]
    public async Task Its_row_in_the_audits_of_instances_carries_the_request_id()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.ReinstallAsync(Debian, ApiCaller.RequestId(901));

        var row = Assert.Single((await one.Api.GetAsync($"/v1/compute/instances/audits?requestId={ApiCaller.RequestId(901)}")).Data);

        Assert.Equal("UPDATED", row.GetProperty("action").GetString());
        Assert.Equal("4efbc0ba-2313-4fe1-842a-516f8652e729", row.GetProperty("changes").GetProperty("new").GetProperty("imageId").GetString());
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, 1)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, 0)]
    public async Task A_reinstall_may_have_happened_although_no_answer_came(Misbehaviour misbehaviour, int installations)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "reinstallInstance" });

        await SentInVainAsync(one);

        Assert.Equal(installations, one.Instance.Installations);
    }

    [Fact]
    public async Task A_reinstall_may_arrive_long_after_its_sender_gave_up()
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule
        {
            Misbehaviour = Misbehaviour.TimeoutThenLateEffect, Operation = "reinstallInstance", Delay = TimeSpan.FromMinutes(3),
        });

        await SentInVainAsync(one);
        Assert.Equal(0, one.Instance.Installations);
        one.Pass(180);

        Assert.Equal((1, "installing"), (one.Instance.Installations, one.Status));
    }

    [Theory]
    [InlineData(Misbehaviour.ReinstallError, "error")]
    [InlineData(Misbehaviour.StuckAction, "installing")]
    public async Task A_reinstall_may_fail_or_never_end(Misbehaviour misbehaviour, string status)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour });

        Assert.Equal(200, (await one.ReinstallAsync(Debian)).Status);
        one.Pass(3600);

        Assert.Equal((status, 1), (one.Status, one.Instance.Installations));
    }

    /// <summary>A reinstall that nobody answers, given up at once.</summary>
    private static async Task SentInVainAsync(InstanceRig one)
    {
        using var patience = new CancellationTokenSource();
        var call = one.Api.SendUntilAsync(HttpMethod.Put, one.Path, Debian, null, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
