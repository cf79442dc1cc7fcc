using CsCheck;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Several reasons for one suspension: each is set and lifted by itself, and one is enough to keep the machine off.</summary>
public sealed class SuspensionKindTests : IDisposable
{
    private static readonly Gen<(SuspensionKind Kind, bool Suspended)[]> Wishes = Gen.Select(Gen.Enum<SuspensionKind>(), Gen.Bool).Array[1, 8];
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_abuse_suspension_survives_payment()
    {
        var subject = await SoldAsync(_engine);
        await _engine.SuspendForAsync(subject, SuspensionKind.Unpaid, suspended: true);
        await _engine.SuspendForAsync(subject, SuspensionKind.Abuse, suspended: true);

        var paid = await _engine.SuspendAsync(subject, suspended: false);
        var afterPayment = Status(_engine);
        await _engine.SuspendForAsync(subject, SuspensionKind.Abuse, suspended: false);

        Assert.Equal(("succeeded", "stopped", "running"), (paid.State, afterPayment, Status(_engine)));
        Assert.Equal(
            "The suspension for want of payment is lifted. The one for abuse still stands: the machine stays off.", (await StepsAsync(paid)).Single());
        Assert.Equal((1, 1), (_engine.Calls("stop"), _engine.Calls("start")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_staff_set_and_lift_a_suspension_for_abuse(bool suspended)
    {
        var subject = await SoldAsync(_engine);
        await _engine.SuspendForAsync(subject, SuspensionKind.Abuse, suspended: true);

        var refused = (await _engine.TrySuspendForAsync(subject, SuspensionKind.Abuse, suspended, Shop.Actor)).Problem;

        Assert.Equal("tenancy.right_not_of_role", refused?.Code);
        Assert.Equal("stopped", Status(_engine));
    }

    [Fact]
    public async Task A_second_reason_stops_nothing_and_says_what_stands()
    {
        var subject = await SoldAsync(_engine);
        await _engine.SuspendForAsync(subject, SuspensionKind.Unpaid, suspended: true);

        var second = await _engine.SuspendForAsync(subject, SuspensionKind.Other, suspended: true);

        Assert.Equal("It is suspended already, for want of payment: one for another reason stands as well now.", (await StepsAsync(second)).Single());
        Assert.Equal(("succeeded", 1), (second.State, _engine.Calls("stop")));
    }

    [Fact]
    public async Task The_same_wish_again_is_the_same_operation_for_each_kind()
    {
        var subject = await SoldAsync(_engine);
        var unpaid = await _engine.SuspendForAsync(subject, SuspensionKind.Unpaid, suspended: true);
        var abuse = await _engine.SuspendForAsync(subject, SuspensionKind.Abuse, suspended: true);
        var paid = await _engine.SuspendForAsync(subject, SuspensionKind.Unpaid, suspended: false);

        Assert.NotEqual(unpaid.Id, abuse.Id);
        Assert.Equal(abuse.Id, (await _engine.TrySuspendForAsync(subject, SuspensionKind.Abuse, suspended: true)).Value.Id);
        Assert.Equal(paid.Id, (await _engine.TrySuspendForAsync(subject, SuspensionKind.Unpaid, suspended: false)).Value.Id);
    }

    [Fact]
    public async Task A_kind_that_was_never_set_cannot_be_lifted()
    {
        var subject = await SoldAsync(_engine);
        await _engine.SuspendForAsync(subject, SuspensionKind.Abuse, suspended: true);

        Assert.Equal("compute.not_suspended", (await _engine.TrySuspendForAsync(subject, SuspensionKind.Unpaid, suspended: false)).Problem?.Code);
    }

    [Fact]
    public async Task A_second_reason_that_comes_before_the_stop_was_sent_leaves_the_stop_as_it_is()
    {
        var subject = await SoldAsync(_engine);
        var stop = (await _engine.TrySuspendForAsync(subject, SuspensionKind.Unpaid, suspended: true)).Value;
        await _engine.TrySuspendForAsync(subject, SuspensionKind.Other, suspended: true);

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(stop.Id)).State);
        Assert.Equal(("stopped", 1), (Status(_engine), _engine.Calls("stop")));
    }

    [Fact]
    public async Task What_stands_is_kept_off_by_the_sweep_whatever_its_kind()
    {
        var subject = await SoldAsync(_engine);
        await _engine.SuspendForAsync(subject, SuspensionKind.Unpaid, suspended: true);
        await _engine.SuspendForAsync(subject, SuspensionKind.Abuse, suspended: true);
        await _engine.SuspendForAsync(subject, SuspensionKind.Unpaid, suspended: false);
        _engine.Cloud.Panel.Start(_engine.Cloud.Instances.Single().InstanceId);
        _engine.Pass(TimeSpan.FromMinutes(1));

        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("stopped", Status(_engine));
    }

    [Fact]
    public void Whatever_is_set_and_lifted_the_machine_runs_exactly_when_nothing_stands_and_it_ran_before() =>
        Gen.Select(Wishes, Gen.Bool, Gen.Bool).Sample(
            (wishes, ranBefore, hasty) => LiveAsync(wishes, ranBefore, hasty).GetAwaiter().GetResult(), iter: 25, threads: 1);

    private static async Task LiveAsync((SuspensionKind Kind, bool Suspended)[] wishes, bool ranBefore, bool hasty)
    {
        using var engine = new EngineFixture();
        var subject = await SoldAsync(engine);
        if (!ranBefore)
        {
            await engine.PowerAsync((await engine.ResourceAsync(subject.Id)).Id, PowerAction.Stop);
        }

        var stands = new HashSet<SuspensionKind>();
        foreach (var (kind, suspended) in wishes)
        {
            var answer = await engine.TrySuspendForAsync(subject, kind, suspended);
            _ = answer.Problem is not null || (suspended ? stands.Add(kind) : stands.Remove(kind));
            engine.Pass(hasty ? TimeSpan.FromSeconds(3) : TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(3));
        }

        engine.Pass(TimeSpan.FromMinutes(20));
        await engine.SweepAsync();
        engine.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(stands.Count == 0 && ranBefore ? "running" : "stopped", Status(engine));
    }

    private static async Task<Subject> SoldAsync(EngineFixture engine) => (await engine.BuyAsync(Shop.Order)).Subject;

    private static string Status(EngineFixture engine) => engine.Cloud.Instances.Single().Status;

    private async Task<List<string>> StepsAsync(Operation operation) =>
        (await _engine.Get<OperationStore>().StepsAsync(operation.Id, TestContext.Current.CancellationToken)).ConvertAll(step => step.Text);
}
