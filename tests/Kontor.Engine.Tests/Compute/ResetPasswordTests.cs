using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Compute.Power;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A new password or keys: through secrets, shown once, and kept nowhere.</summary>
public sealed class ResetPasswordTests : IDisposable
{
    private const string Chosen = "Canary1!Canary2!";
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_password_is_made_set_and_shown_once()
    {
        var machine = await _engine.RunningAsync();

        var reset = await _engine.ResetAsync(machine);
        var inCloud = (await _engine.PasswordOfAsync(machine))!.Value;
        var shown = await _engine.RevealAsync(reset.Id);

        Assert.Equal(("succeeded", inCloud), (reset.State, shown));
        Assert.Null(Passwords.Check(shown!, "password"));
        Assert.Null(await _engine.RevealAsync(reset.Id));
        Assert.Equal("Password of admin on " + (await _engine.MirrorAsync(machine)).IpV4, await _engine.PurposeAsync(reset.Id));
    }

    [Fact]
    public async Task A_password_of_the_callers_own_is_set_and_offered_to_nobody()
    {
        var machine = await _engine.RunningAsync();

        var reset = await _engine.ResetAsync(machine, Chosen);

        Assert.Equal(("succeeded", Chosen), (reset.State, (await _engine.PasswordOfAsync(machine))!.Value));
        Assert.Null(await _engine.RevealAsync(reset.Id));
    }

    [Fact]
    public async Task No_password_stands_in_the_database_at_any_time()
    {
        var machine = await _engine.RunningAsync();
        var reset = (await _engine.TryResetAsync(machine, Chosen)).Value;
        Assert.False(_engine.FilesHave(Chosen));

        await _engine.RunUntilAtRestAsync(reset.Id);
        var made = await _engine.ResetAsync(machine);
        var value = (await _engine.PasswordOfAsync(machine))!.Value;

        Assert.False(_engine.FilesHave(Chosen) || _engine.FilesHave(value));
        Assert.Equal(value, await _engine.RevealAsync(made.Id));
        Assert.Empty(await _engine.AllAsync<PendingSecret>());
    }

    [Fact]
    public async Task Keys_alone_leave_the_password_as_it_is()
    {
        var machine = await _engine.RunningAsync();
        var before = (await _engine.InCloudAsync(machine)).RootPassword;

        var reset = await _engine.RunUntilAtRestAsync((await _engine.TryResetAsync(machine, keys: [SampleKeys.Ed25519, SampleKeys.Rsa2048], keep: true)).Value.Id);
        var after = await _engine.InCloudAsync(machine);

        Assert.Equal(("succeeded", before), (reset.State, after.RootPassword));
        Assert.Equal([SampleKeys.Ed25519, SampleKeys.Rsa2048], after.SshKeys.Select(id => _engine.Cloud.Secrets.Single(secret => secret.SecretId == id).Value));
    }

    [Fact]
    public async Task The_audit_trail_has_the_fingerprint_of_a_key_and_nobodys_name()
    {
        var machine = await _engine.RunningAsync();
        await _engine.ResetAsync(machine, keys: [SampleKeys.Ed25519]);

        var row = Assert.Single(await _engine.AuditAsync("password.accepted"));

        Assert.Contains("SHA256:KG7Q3TD", row.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", row.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_is_the_same_operation_and_another_password_is_another_request()
    {
        var machine = await _engine.RunningAsync();
        var first = (await _engine.TryResetAsync(machine, Chosen, key: "key")).Value;

        Assert.Equal(first.Id, (await _engine.TryResetAsync(machine, Chosen, key: "key")).Value.Id);
        Assert.Equal("purchasing.idempotency_key_reused", (await _engine.TryResetAsync(machine, "Another1!Another2!", key: "key")).Problem?.Code);
    }

    [Fact]
    public async Task A_stopped_machine_is_refused_with_the_reason()
    {
        var machine = await _engine.RunningAsync();
        await _engine.PowerAsync(machine, PowerAction.Stop);

        var refused = (await _engine.TryResetAsync(machine)).Problem;

        Assert.Equal(("compute.wrong_status", 0), (refused?.Code, _engine.Calls("resetPasswordAction")));
        Assert.Contains("not possible while the machine is stopped", refused!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_is_refused_with_the_reason_before_anything_is_sent()
    {
        var machine = await _engine.RunningAsync();
        Assert.Equal("succeeded", (await _engine.ReinstallAsync(Access.Wipe(machine) with { Image = Access.Windows })).State);

        Assert.Equal("compute.not_on_windows", (await _engine.TryResetAsync(machine)).Problem?.Code);
        Assert.Equal(0, _engine.Calls("resetPasswordAction"));
    }

    [Fact]
    public async Task A_machine_that_was_stopped_before_it_was_sent_gets_no_secret()
    {
        var machine = await _engine.RunningAsync();
        var reset = (await _engine.TryResetAsync(machine)).Value;
        _engine.Cloud.Panel.SetStatus((await _engine.InCloudAsync(machine)).InstanceId, "stopped");

        var failed = await _engine.RunUntilAtRestAsync(reset.Id);

        Assert.Equal(("failed", "compute.wrong_status"), (failed.State, failed.ProblemCode));
        Assert.Empty(_engine.Cloud.Secrets);
        Assert.Null(await _engine.PurposeAsync(reset.Id));
    }

    [Fact]
    public async Task Another_sources_machine_is_not_there()
    {
        var machine = await _engine.RunningAsync();

        Assert.Equal("compute.instance_not_found", (await _engine.TryResetAsync(machine, source: "other")).Problem?.Code);
        Assert.Equal("compute.instance_not_found", (await _engine.TryResetAsync(new ResourceId("01ARZ3NDEKTSV4RRFFQ69G5FAV"))).Problem?.Code);
    }

    [Fact]
    public async Task A_second_wish_waits_until_the_first_is_over()
    {
        var machine = await _engine.RunningAsync();
        await _engine.TryResetAsync(machine);

        Assert.Equal("compute.instance_busy", (await _engine.TryResetAsync(machine)).Problem?.Code);
    }

    [Fact]
    public async Task A_suspended_and_a_terminated_machine_are_left_alone()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var machine = (await _engine.ResourceAsync(order.Subject.Id)).Id;
        await _engine.SuspendAsync(order.Subject, suspended: true);
        Assert.Equal("compute.suspended", (await _engine.TryResetAsync(machine)).Problem?.Code);

        await _engine.SuspendAsync(order.Subject, suspended: false);
        await _engine.EndAsync(order.Subject);

        Assert.Equal("compute.terminating", (await _engine.TryResetAsync(machine)).Problem?.Code);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.ResetAfterEffect)]
    [InlineData(Misbehaviour.ServerErrorAfterEffect)]
    public async Task A_reset_whose_answer_was_lost_after_it_was_done_is_not_sent_again(Misbehaviour misbehaviour)
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(misbehaviour, "resetPasswordAction");

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("succeeded", 1), (reset.State, _engine.Calls("resetPasswordAction")));
        Assert.Equal((await _engine.PasswordOfAsync(machine))!.Value, await _engine.RevealAsync(reset.Id));
    }

    [Fact]
    public async Task A_reset_that_never_arrived_is_sent_again_with_the_same_password()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "resetPasswordAction");

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("succeeded", 2), (reset.State, _engine.Calls("resetPasswordAction")));
        Assert.Equal((await _engine.PasswordOfAsync(machine))!.Value, await _engine.RevealAsync(reset.Id));
    }

    [Fact]
    public async Task A_reset_that_was_refused_shows_no_password()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TooManyRequests, "resetPasswordAction");

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("failed", "compute.provider_refused"), (reset.State, reset.ProblemCode));
        Assert.Null(await _engine.PurposeAsync(reset.Id));
    }

    [Fact]
    public async Task A_password_that_may_have_been_set_is_shown_even_if_nobody_could_prove_it()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.StuckAction, "resetPasswordAction");

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("failed", "compute.not_in_time"), (reset.State, reset.ProblemCode));
        Assert.Contains("in case it was set", await _engine.PurposeAsync(reset.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_provider_cannot_be_asked()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.ServerErrorBeforeEffect, "retrieveInstance", 10_000);

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("failed", "compute.not_in_time", 0), (reset.State, reset.ProblemCode, _engine.Calls("resetPasswordAction")));
        Assert.Equal(0, _engine.Calls("createSecret"));
    }

    [Fact]
    public async Task A_machine_that_is_gone_gets_nothing()
    {
        var machine = await _engine.RunningAsync();
        var reset = (await _engine.TryResetAsync(machine)).Value;
        _engine.Cloud.Panel.Delete((await _engine.InCloudAsync(machine)).InstanceId);

        Assert.Equal("failed", (await _engine.RunUntilAtRestAsync(reset.Id)).State);
        Assert.Equal(0, _engine.Calls("resetPasswordAction"));
    }

    [Theory]
    [InlineData("password.intent/committed")]
    [InlineData("password.call/not_sent")]
    [InlineData("password.call/answered")]
    [InlineData("password.sent/before")]
    [InlineData("password.looked/committed")]
    [InlineData("provider_secret.wanted/committed")]
    [InlineData("provider_secret.call/not_sent")]
    [InlineData("provider_secret.call/answered")]
    [InlineData("provider_secret.stored/before")]
    [InlineData("provider_secret.stored/committed")]
    public async Task A_process_that_dies_on_the_way_leaves_a_wish_that_the_next_one_ends(string place)
    {
        var machine = await _engine.RunningAsync();
        _engine.Start(new KilledAt(place));
        var reset = (await _engine.TryResetAsync(machine)).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(reset.Id)).State);
        Assert.Equal((await _engine.PasswordOfAsync(machine))!.Value, await _engine.RevealAsync(reset.Id));
        Assert.Single(_engine.Cloud.Secrets);
    }

    [Theory]
    [InlineData("password", "short1!", null, false)]
    [InlineData("password", "Abcdefgh1!😀", null, false)]
    [InlineData("sshKeys[0]", null, "-----BEGIN OPENSSH PRIV" + "ATE KEY-----", false)]
    [InlineData("sshKeys[0]", null, "ssh-ed25519 nonsense", false)]
    [InlineData("keepPassword", null, null, true)]
    [InlineData("keepPassword", Chosen, SampleKeys.Ed25519, true)]
    public async Task A_bad_field_is_refused_by_its_name_and_leaves_no_trace(string field, string? password, string? key, bool keep)
    {
        var machine = await _engine.RunningAsync();

        var refused = (await _engine.TryResetAsync(machine, password, key is null ? null : [key], keep)).Problem;

        Assert.Equal(field, refused?.Field);
        Assert.Empty(await _engine.AuditAsync("password.accepted"));
        Assert.False(_engine.FilesHave("BEGIN OPENSSH") || _engine.FilesHave("Abcdefgh1!"));
    }
}
