using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>The wipe: once, for the generation that ended, of the machine in our row; what cannot be proven is never repeated.</summary>
public sealed class WipeTests : IDisposable
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_terminated_machine_is_wiped_after_its_retention_and_stopped_again()
    {
        var subject = await EndedAsync();
        await PassRetentionAsync();

        Assert.Equal((1, "stopped"), (Machine.Installations, Machine.Status));
        var termination = Assert.Single(await _engine.AllAsync<Termination>());
        Assert.Equal(("succeeded", true), ((await WipeAsync())!.State, termination.WipedAt is not null));
        Assert.Equal(subject.Id, (await WipeAsync())!.SubjectId);
        Assert.NotNull(Machine.Contract!.CancelDate);
    }

    [Fact]
    public async Task Before_its_retention_is_over_nothing_is_wiped()
    {
        await EndedAsync();
        _engine.Clock.Advance(Retention - TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal((0, null), (Machine.Installations, await WipeAsync()));
    }

    [Fact]
    public async Task It_is_wiped_once_however_often_it_is_looked_at()
    {
        await EndedAsync();
        await PassRetentionAsync();
        for (var look = 0; look < 5; look++)
        {
            _engine.Clock.Advance(TimeSpan.FromDays(1));
            await SweepAsync();
        }

        Assert.Equal((1, 1), (Machine.Installations, _engine.Calls("reinstallInstance")));
    }

    [Fact]
    public async Task A_terminate_of_one_generation_never_wipes_another()
    {
        var first = await _engine.BuyAsync(Shop.Order);
        await _engine.EndAsync(first.Subject);
        await _engine.OpenGenerationAsync(first.Subject);
        await _engine.BuyAsync(Shop.Order with { Generation = 2 });
        await PassRetentionAsync();
        await PassRetentionAsync();

        var (old, young) = (_engine.Cloud.Instances.MinBy(one => one.InstanceId)!, _engine.Cloud.Instances.MaxBy(one => one.InstanceId)!);
        Assert.Equal((1, "stopped"), (old.Installations, old.Status));
        Assert.Equal((0, "running", null), (young.Installations, young.Status, young.Contract!.CancelDate));
    }

    [Fact]
    public async Task Nobody_wishes_a_wipe_of_what_is_not_terminated()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        var machine = await _engine.ResourceAsync(order.Subject.Id);

        var refused = await _engine.Get<ChangeInstanceHandler>().HandleAsync(
            new ChangeInstance(machine.Id, "wipe", "shop") { Input = new { Image = Shop.Ubuntu, DefaultUser = "admin" } },
            "key",
            Shop.Person,
            TestContext.Current.CancellationToken);

        Assert.Equal("compute.not_to_be_wiped", refused.Problem?.Code);
    }

    [Fact]
    public async Task A_retention_of_no_days_is_for_ever()
    {
        await EndedAsync(retentionDays: 0);
        await PassRetentionAsync();

        Assert.Equal((0, null), (Machine.Installations, await WipeAsync()));
    }

    [Fact]
    public async Task A_retention_of_its_own_counts()
    {
        await EndedAsync(retentionDays: 2);
        _engine.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.Equal(1, Machine.Installations);
    }

    [Fact]
    public async Task What_ends_before_its_retention_is_over_is_not_wiped_and_shows_no_time()
    {
        var subject = await EndedAsync(retentionDays: 40);
        var shown = (await _engine.Get<ShowInstancesHandler>().ListAsync(Shop.Actor, subject.Id, null, 1, TestContext.Current.CancellationToken)).Single();
        _engine.Clock.Advance(TimeSpan.FromDays(29));
        await SweepAsync();

        Assert.Equal((null, 0), (shown.WipeAt, _engine.Calls("reinstallInstance")));
    }

    [Fact]
    public async Task On_its_last_day_a_machine_is_left_to_the_provider()
    {
        await EndedAsync(retentionDays: 30);
        _engine.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync();

        Assert.Equal(0, _engine.Calls("reinstallInstance"));
    }

    [Fact]
    public async Task A_machine_whose_end_was_never_proven_is_not_wiped()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "cancelInstance", Count = 10_000 });
        await _engine.TerminateAsync(order.Subject);
        _engine.Pass(TimeSpan.FromDays(8), TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal(("stopped", 0), (Machine.Status, _engine.Calls("reinstallInstance")));
    }

    [Fact]
    public async Task A_machine_that_is_protected_from_losing_its_disk_is_wiped_once_the_protection_is_lifted()
    {
        var subject = await EndedAsync(protect: true);
        await PassRetentionAsync();
        var kept = Machine.Installations;
        await ProtectAsync(subject, rebuild: false);
        await SweepAsync();

        Assert.Equal((0, 1), (kept, Machine.Installations));
    }

    [Fact]
    public async Task A_protection_that_comes_between_opening_and_sending_keeps_the_disk()
    {
        var subject = await EndedAsync();
        _engine.Clock.Advance(Retention);
        await _engine.SweepAsync();
        await ProtectAsync(subject, rebuild: true);
        _engine.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(("failed", "compute.protected", 0), ((await WipeAsync())!.State, (await WipeAsync())!.ProblemCode, Machine.Installations));
        Assert.Equal(FindingKind.NotWiped, Assert.Single(await _engine.FindingsAsync()).Kind);
    }

    [Fact]
    public async Task An_adopted_machine_is_never_wiped()
    {
        var machine = _engine.Cloud.Panel.Add(Kontor.Contabo.Simulator.Accounts.AccountSettings.Demo.ClientId, "V153", "by hand");
        var adopted = (await _engine.Get<AdoptInstanceHandler>().HandleAsync(
            new AdoptInstance(EngineProcess.Account, new ProviderInstanceId(machine.InstanceId), Shop.Order.Subject, Shop.SoldAs),
            Shop.Actor,
            TestContext.Current.CancellationToken)).Value;
        var subject = (await _engine.AllAsync<Subject>()).Single();
        await _engine.EndAsync(subject);
        await PassRetentionAsync();

        Assert.Equal((0, "stopped"), (_engine.Calls("reinstallInstance"), _engine.Cloud.FindInstance(adopted.ProviderId.Value)!.Status));
    }

    [Fact]
    public async Task A_machine_that_carries_another_marker_is_not_wiped()
    {
        await EndedAsync();
        _engine.Clock.Advance(Retention);
        await _engine.SweepAsync();
        _engine.Cloud.Panel.Rename(Machine.InstanceId, "web k-0123456789ab");
        _engine.Pass(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));

        Assert.Equal(0, Machine.Installations);
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.ResetAfterEffect)]
    public async Task A_wipe_whose_answer_was_lost_is_looked_up_and_not_sent_again(Misbehaviour misbehaviour)
    {
        await EndedAsync();
        Fault(misbehaviour);
        await PassRetentionAsync();

        Assert.Equal(("succeeded", 1, 1), ((await WipeAsync())!.State, Machine.Installations, _engine.Calls("reinstallInstance")));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "compute.wipe_unknown")]
    [InlineData(Misbehaviour.TooManyRequests, "compute.provider_refused")]
    [InlineData(Misbehaviour.ReinstallError, "compute.wipe_failed")]
    public async Task A_wipe_that_did_not_come_about_is_a_finding_for_a_person_and_never_sent_again(Misbehaviour misbehaviour, string problem)
    {
        await EndedAsync();
        Fault(misbehaviour);
        await PassRetentionAsync();
        _engine.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();

        Assert.Equal(("failed", problem, 1), ((await WipeAsync())!.State, (await WipeAsync())!.ProblemCode, _engine.Calls("reinstallInstance")));
        Assert.Single(await _engine.FindingsAsync(), finding => finding.Kind == FindingKind.NotWiped);
    }

    [Fact]
    public async Task An_image_of_the_settings_wipes_in_place_of_the_orders()
    {
        const string Debian = "afecbb85-e2fc-46f0-9684-b46b1faf00bb";
        _engine.Get<ComputeOptions>().WipeImage = Debian;
        await EndedAsync();
        await PassRetentionAsync();

        Assert.Equal((Guid.Parse(Debian), 1), (Machine.ImageId, Machine.Installations));
    }

    [Fact]
    public async Task A_customer_does_nothing_with_it_while_it_is_wiped()
    {
        var subject = await EndedAsync();
        _engine.Clock.Advance(Retention);
        await _engine.SweepAsync();
        _engine.Work();

        Assert.Equal("compute.terminating", (await _engine.TryPowerAsync((await _engine.ResourceAsync(subject.Id)).Id, PowerAction.Start)).Problem?.Code);
    }

    [Theory]
    [InlineData("wipe.accept/uncommitted")]
    [InlineData("wipe.accept/committed")]
    [InlineData("wipe.intent/committed")]
    [InlineData("wipe.call/not_sent")]
    [InlineData("wipe.call/answered")]
    [InlineData("wipe.sent/before")]
    [InlineData("wipe.looked/before")]
    [InlineData("wipe.looked/committed")]
    public async Task A_process_that_dies_on_the_way_wipes_once_at_the_most_and_never_leaves_it_open(string place)
    {
        await EndedAsync();
        _engine.Start(new KilledAt(place));
        await Assert.ThrowsAnyAsync<Exception>(PassRetentionAsync);
        _engine.Start();
        await SweepAsync();
        _engine.Pass(TimeSpan.FromHours(3), TimeSpan.FromMinutes(1));
        await SweepAsync();

        // Only the process knew that it had not sent it: nobody repeats it then, and a person is told.
        var expected = place is "wipe.intent/committed" or "wipe.call/not_sent" ? ("failed", 0) : ("succeeded", 1);
        Assert.Equal(expected, ((await WipeAsync())!.State, Machine.Installations));
        Assert.True(_engine.Calls("reinstallInstance") <= 1);
        Assert.Equal("stopped", Machine.Status);
    }

    private Kontor.Contabo.Simulator.Instances.Instance Machine => _engine.Cloud.Instances.Single();

    private void Fault(Misbehaviour misbehaviour) =>
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "reinstallInstance" });

    private async Task<Operation?> WipeAsync() => (await _engine.AllAsync<Operation>()).SingleOrDefault(row => row.Type == "instance.wipe");

    private async Task PassRetentionAsync()
    {
        _engine.Clock.Advance(Retention);
        await SweepAsync();
    }

    private async Task SweepAsync()
    {
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromHours(3), TimeSpan.FromMinutes(2));
    }

    private async Task<Subject> EndedAsync(int? retentionDays = null, bool protect = false)
    {
        var subject = (await _engine.BuyAsync(Shop.Order)).Subject;
        if (protect)
        {
            await ProtectAsync(subject, rebuild: true);
        }

        var terminate = (await _engine.Get<TerminateSubjectHandler>().HandleAsync(
            new TerminateSubject(subject.Id, 1, subject.Fingerprint, "shop") { RetentionDays = retentionDays },
            Shop.NewKey(),
            Shop.Actor,
            TestContext.Current.CancellationToken)).Value;
        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(terminate.Id)).State);
        _engine.Pass(TimeSpan.FromMinutes(1));
        return subject;
    }

    private async Task ProtectAsync(Subject subject, bool rebuild) => Assert.Null((await _engine.Get<ProtectInstanceHandler>().HandleAsync(
        new ProtectInstance((await _engine.ResourceAsync(subject.Id)).Id, Delete: false, rebuild, "shop"), Shop.Actor, TestContext.Current.CancellationToken)).Problem);
}
