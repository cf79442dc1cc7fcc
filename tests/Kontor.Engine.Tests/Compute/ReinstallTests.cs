using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Reinstall;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A new installation wipes the machine of our own row, once for each wish, and nothing else.</summary>
public sealed class ReinstallTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_machine_is_installed_anew_and_its_contract_addresses_and_name_stay()
    {
        var machine = await _engine.RunningAsync();
        var before = await _engine.InCloudAsync(machine);
        var (mirrorBefore, contractBefore) = (await _engine.MirrorAsync(machine), await _engine.ContractAsync(machine));

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine) with { SshKeys = [SampleKeys.Ed25519] });
        var (after, mirrorAfter) = (await _engine.InCloudAsync(machine), await _engine.MirrorAsync(machine));

        Assert.Equal(("succeeded", "running", 1), (reinstall.State, after.Status, after.Installations));
        Assert.Equal((Guid.Parse(Access.Debian), "admin", before.DisplayName), (after.ImageId, after.DefaultUser, after.DisplayName));
        Assert.Equal((mirrorBefore.IpV4, mirrorBefore.IpV6), (mirrorAfter.IpV4, mirrorAfter.IpV6));
        Assert.Equal((before.Contract, contractBefore), (after.Contract, await _engine.ContractAsync(machine)));
        Assert.Equal([SampleKeys.Ed25519], after.SshKeys.Select(id => _engine.Cloud.Secrets.Single(secret => secret.SecretId == id).Value));
        Assert.Equal((await _engine.PasswordOfAsync(machine))!.Value, await _engine.RevealAsync(reinstall.Id));
    }

    [Fact]
    public async Task The_last_step_says_how_to_sign_in()
    {
        var machine = await _engine.RunningAsync();

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine) with { DefaultUser = "root" });
        var steps = await _engine.Get<Engine.Operations.OperationStore>().StepsAsync(reinstall.Id, TestContext.Current.CancellationToken);

        Assert.Contains($"sign in as root at {(await _engine.MirrorAsync(machine)).IpV4}", steps[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_data_arrives_and_stands_in_the_database_nowhere()
    {
        const string UserData = "#cloud-config\npassword: CANARY-USER-DATA\n";
        var machine = await _engine.RunningAsync();
        var reinstall = (await _engine.TryReinstallAsync(Access.Wipe(machine) with { UserData = new SecretText(UserData), MakesPassword = false })).Value;
        Assert.False(_engine.FilesHave("CANARY-USER-DATA"));

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(reinstall.Id)).State);
        Assert.False(_engine.FilesHave("CANARY-USER-DATA"));
        Assert.Contains("CANARY-USER-DATA", Assert.Single(_engine.Wire.Bodies, body => body.Contains("\"imageId\":\"" + Access.Debian, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_be_lost_is_said_before()
    {
        var machine = await _engine.RunningAsync();

        var losses = (await _engine.Get<ShowReinstallHandler>().HandleAsync(machine, Shop.Actor, TestContext.Current.CancellationToken)).Value;
        var others = await _engine.Get<ShowReinstallHandler>().HandleAsync(machine, Shop.Actor with { Source = "other" }, TestContext.Current.CancellationToken);

        Assert.True(losses.DiskMib > 0);
        Assert.Empty(losses.Snapshots!);
        Assert.Equal("compute.instance_not_found", others.Problem?.Code);
    }

    [Fact]
    public async Task A_machine_in_rescue_or_in_error_can_be_installed_anew()
    {
        var machine = await _engine.RunningAsync();
        await _engine.RescueAsync(machine);
        Assert.Equal("succeeded", (await _engine.ReinstallAsync(Access.Wipe(machine))).State);

        _engine.Cloud.Panel.SetStatus((await _engine.InCloudAsync(machine)).InstanceId, "error", "broken");
        await _engine.SweepAsync();

        Assert.Equal("succeeded", (await _engine.ReinstallAsync(Access.Wipe(machine) with { Image = Shop.Ubuntu })).State);
    }

    [Fact]
    public async Task Running_that_was_read_before_it_began_is_not_taken_for_its_end()
    {
        var machine = await _engine.RunningAsync();
        var reinstall = (await _engine.TryReinstallAsync(Access.Wipe(machine) with { Image = Shop.Ubuntu })).Value;
        var stillRunning = new Lagging(_engine, await _engine.InCloudAsync(machine));
        stillRunning.Begin();
        _engine.Pass(TimeSpan.FromMinutes(2));
        var meanwhile = (await _engine.OperationAsync(reinstall.Id)).State;
        stillRunning.End();

        Assert.Equal("verifying", meanwhile);
        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(reinstall.Id)).State);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.ResetAfterEffect)]
    [InlineData(Misbehaviour.ServerErrorAfterEffect)]
    [InlineData(Misbehaviour.UnreadableSuccess)]
    public async Task One_whose_answer_was_lost_after_it_was_done_is_seen_and_not_sent_again(Misbehaviour misbehaviour)
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(misbehaviour, "reinstallInstance");

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine));

        Assert.Equal(("succeeded", 1), (reinstall.State, _engine.Calls("reinstallInstance")));
        Assert.Equal((await _engine.PasswordOfAsync(machine))!.Value, await _engine.RevealAsync(reinstall.Id));
    }

    [Fact]
    public async Task One_that_never_arrived_ends_as_unknown_and_is_never_sent_again()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "reinstallInstance");

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine));

        Assert.Equal(("failed", "compute.reinstall_unknown"), (reinstall.State, reinstall.ProblemCode));
        Assert.Equal((1, 0), (_engine.Calls("reinstallInstance"), (await _engine.InCloudAsync(machine)).Installations));
        Assert.Contains("in case it was set", await _engine.PurposeAsync(reinstall.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_answer_and_whole_installation_nobody_saw_is_proven_by_the_audit()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutAfterEffect, "reinstallInstance");
        var reinstall = (await _engine.TryReinstallAsync(Access.Wipe(machine) with { Image = Shop.Ubuntu })).Value;
        var stillRunning = new Lagging(_engine, await _engine.InCloudAsync(machine));
        stillRunning.Begin();
        _engine.Pass(TimeSpan.FromMinutes(8));
        stillRunning.End();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(reinstall.Id)).State);
        Assert.Equal(1, _engine.Calls("reinstallInstance"));
    }

    [Fact]
    public async Task One_that_arrives_late_is_seen()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutThenLateEffect, "reinstallInstance");

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine));

        Assert.Equal(("succeeded", 1, 1), (reinstall.State, _engine.Calls("reinstallInstance"), (await _engine.InCloudAsync(machine)).Installations));
    }

    [Theory]
    [InlineData(Misbehaviour.ReinstallError, "compute.install_failed")]
    [InlineData(Misbehaviour.StuckAction, "compute.not_in_time")]
    [InlineData(Misbehaviour.TooManyRequests, "compute.provider_refused")]
    public async Task One_that_came_to_nothing_says_so(Misbehaviour misbehaviour, string problem)
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(misbehaviour, "reinstallInstance");

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine));

        Assert.Equal(("failed", problem, 1), (reinstall.State, reinstall.ProblemCode, _engine.Calls("reinstallInstance")));
    }

    [Fact]
    public async Task The_same_request_again_wipes_nothing()
    {
        var machine = await _engine.RunningAsync();
        var first = (await _engine.TryReinstallAsync(Access.Wipe(machine), "key")).Value;
        await _engine.RunUntilAtRestAsync(first.Id);

        var again = (await _engine.TryReinstallAsync(Access.Wipe(machine), "key")).Value;
        _engine.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal((first.Id, 1), (again.Id, _engine.Calls("reinstallInstance")));
        Assert.Equal(
            "purchasing.idempotency_key_reused",
            (await _engine.TryReinstallAsync(Access.Wipe(machine) with { UserData = new SecretText("#cloud-config") }, "key")).Problem?.Code);
    }

    [Fact]
    public async Task A_second_wish_waits_and_another_sources_machine_is_not_there()
    {
        var machine = await _engine.RunningAsync();
        await _engine.TryReinstallAsync(Access.Wipe(machine));

        Assert.Equal("compute.instance_busy", (await _engine.TryReinstallAsync(Access.Wipe(machine))).Problem?.Code);
        Assert.Equal("compute.instance_not_found", (await _engine.TryReinstallAsync(Access.Wipe(machine) with { Source = "other" })).Problem?.Code);
    }

    [Fact]
    public async Task A_machine_that_is_protected_from_losing_its_disk_is_not_wiped_even_if_it_was_protected_after_the_wish()
    {
        var machine = await _engine.RunningAsync();
        var unsent = (await _engine.TryReinstallAsync(Access.Wipe(machine))).Value;
        await _engine.Get<ProtectInstanceHandler>().HandleAsync(
            new ProtectInstance(machine, Delete: false, Rebuild: true, "shop"), Shop.Actor, TestContext.Current.CancellationToken);

        Assert.Equal("compute.protected", (await _engine.RunUntilAtRestAsync(unsent.Id)).ProblemCode);
        Assert.Equal("compute.protected", (await _engine.TryReinstallAsync(Access.Wipe(machine))).Problem?.Code);
        Assert.Equal(0, _engine.Calls("reinstallInstance"));
    }

    [Fact]
    public async Task Only_the_machine_of_the_row_is_wiped()
    {
        var others = await _engine.BuyAsync(Shop.OrderFor("2002"));
        var machine = await _engine.RunningAsync();

        await _engine.ReinstallAsync(Access.Wipe(machine));

        var other = await _engine.InCloudAsync((await _engine.ResourceAsync(others.Subject.Id)).Id);
        Assert.Equal((1, 0), ((await _engine.InCloudAsync(machine)).Installations, other.Installations));
    }

    [Fact]
    public async Task A_suspended_and_a_terminated_machine_are_not_wiped()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var machine = (await _engine.ResourceAsync(order.Subject.Id)).Id;
        await _engine.SuspendAsync(order.Subject, suspended: true);
        Assert.Equal("compute.suspended", (await _engine.TryReinstallAsync(Access.Wipe(machine))).Problem?.Code);

        await _engine.SuspendAsync(order.Subject, suspended: false);
        var unsent = (await _engine.TryReinstallAsync(Access.Wipe(machine))).Value;
        await _engine.EndAsync(order.Subject);

        Assert.Equal("compute.terminating", (await _engine.OperationAsync(unsent.Id)).ProblemCode);
        Assert.Equal(0, _engine.Calls("reinstallInstance"));
    }

    [Theory]
    [InlineData(Access.Huge, "compute.image_too_large")]
    [InlineData(Access.Withdrawn, "compute.image_not_offered")]
    public async Task An_image_that_only_the_provider_knows_to_be_wrong_wipes_nothing(string image, string problem)
    {
        var machine = await _engine.RunningAsync();

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine) with { Image = image });

        Assert.Equal(("failed", problem, 0), (reinstall.State, reinstall.ProblemCode, _engine.Calls("reinstallInstance")));
        Assert.Empty(_engine.Cloud.Secrets);
    }

    [Fact]
    public async Task Windows_gets_its_own_user_and_a_password()
    {
        var machine = await _engine.RunningAsync();

        var reinstall = await _engine.ReinstallAsync(Access.Wipe(machine) with { Image = Access.Windows });

        Assert.Equal(("succeeded", "administrator"), (reinstall.State, (await _engine.InCloudAsync(machine)).DefaultUser));
        Assert.NotNull(await _engine.RevealAsync(reinstall.Id));
    }

    [Theory]
    [InlineData("reinstall.intent/committed", "failed", 0)]
    [InlineData("reinstall.call/not_sent", "failed", 0)]
    [InlineData("reinstall.call/answered", "succeeded", 1)]
    [InlineData("reinstall.sent/before", "succeeded", 1)]
    [InlineData("reinstall.looked/committed", "succeeded", 1)]
    [InlineData("reinstall.before/committed", "succeeded", 1)]
    [InlineData("provider_secret.call/answered", "succeeded", 1)]
    public async Task A_process_that_dies_on_the_way_wipes_at_most_once(string place, string state, int installations)
    {
        var machine = await _engine.RunningAsync();
        _engine.Start(new KilledAt(place));
        var reinstall = (await _engine.TryReinstallAsync(Access.Wipe(machine))).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal(state, (await _engine.RunUntilAtRestAsync(reinstall.Id)).State);
        Assert.Equal(installations, (await _engine.InCloudAsync(machine)).Installations);
    }

    public static TheoryData<string, string, Func<ReinstallInstance, ReinstallInstance>> BadFields => new()
    {
        { "compute.not_confirmed", "confirm", wish => wish with { Confirm = "yes" } },
        { "compute.not_confirmed", "confirm", wish => wish with { Loses = false } },
        { "compute.invalid_field", "image", wish => wish with { Image = "" } },
        { "compute.invalid_field", "image", wish => wish with { Image = new string('x', 65) } },
        { "catalog.image_unknown", "image", wish => wish with { Image = "no-such-image" } },
        { "catalog.image_unknown", "image", wish => wish with { Image = "😀" } },
        { "compute.invalid_field", "defaultUser", wish => wish with { DefaultUser = "ubuntu" } },
        { "compute.invalid_field", "defaultUser", wish => wish with { DefaultUser = "administrator" } },
        { "compute.invalid_field", "defaultUser", wish => wish with { Image = Access.Windows, DefaultUser = "root" } },
        { "compute.invalid_field", "sshKeys", wish => wish with { Image = Access.Windows, SshKeys = [SampleKeys.Ed25519] } },
        { "compute.private_key_sent", "sshKeys[0]", wish => wish with { SshKeys = ["-----BEGIN RSA PRIV" + "ATE KEY-----"] } },
        { "compute.invalid_field", "sshKeys", wish => wish with { SshKeys = [.. Enumerable.Repeat(SampleKeys.Ed25519, 11)] } },
        { "compute.invalid_field", "password", wish => wish with { MakesPassword = false } },
        { "compute.invalid_field", "userData", wish => wish with { UserData = new SecretText(new string('x', 33 * 1024)) } },
        { "compute.invalid_field", "userData", wish => wish with { UserData = new SecretText("#!/bin/sh\u0000") } },
    };

    [Theory]
    [MemberData(nameof(BadFields), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_field_is_refused_by_its_name_and_wipes_nothing(string code, string field, Func<ReinstallInstance, ReinstallInstance> spoil)
    {
        var machine = await _engine.RunningAsync();

        var refused = (await _engine.TryReinstallAsync(spoil(Access.Wipe(machine)))).Problem;
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((code, field), (refused?.Code, refused?.Field));
        Assert.Equal((0, 0), (_engine.Calls("reinstallInstance"), _engine.Calls("createSecret")));
    }

    [Fact]
    public async Task User_data_of_32_KiB_is_taken()
    {
        var machine = await _engine.RunningAsync();

        Assert.Null((await _engine.TryReinstallAsync(Access.Wipe(machine) with { UserData = new SecretText(new string('x', 32 * 1024)) })).Problem);
    }

    /// <summary>Has the cloud go on saying that a machine runs, whatever is done to it, as one that answers before it acts.</summary>
    private sealed class Lagging(EngineFixture engine, Instance before)
    {
        public void Begin() => engine.Wire.AnswerReadsOf(
            $"/v1/compute/instances/{before.InstanceId}",
            $$"""{"data":[{"instanceId":{{before.InstanceId}},"status":"running","imageId":"{{before.ImageId}}","displayName":"{{before.DisplayName}}"}]}""");

        public void End() => engine.Wire.AnswerReadsOf("/nothing", "{}");
    }
}
