using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Tests.Compute;

/// <summary>A wipe is Kontor's own doing: the time line says so, and nobody is told that it was done past Kontor.</summary>
public sealed class WipeHistoryTests : IDisposable
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(Access.Debian)]
    public async Task A_wipe_is_Kontors_on_the_time_line_and_no_finding(string image)
    {
        _engine.Get<ComputeOptions>().WipeImage = image;
        await EndedAsync();

        await PassRetentionAsync();

        await AssertKontorsAsync();
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.TimeoutThenLateEffect)]
    public async Task So_is_one_whose_answer_was_lost(Misbehaviour misbehaviour)
    {
        await EndedAsync();
        _engine.Fault(misbehaviour, "reinstallInstance");

        await PassRetentionAsync();

        await AssertKontorsAsync();
    }

    [Theory]
    [InlineData("wipe.call/answered")]
    [InlineData("wipe.sent/committed")]
    public async Task So_is_one_that_a_process_sent_which_then_was_down_for_hours(string place)
    {
        _engine.Get<ComputeOptions>().WipeImage = Access.Debian;
        await EndedAsync();
        _engine.Start(new KilledAt(place));
        _engine.Get<ComputeOptions>().WipeImage = Access.Debian;
        await Assert.ThrowsAnyAsync<Exception>(PassRetentionAsync);
        _engine.Clock.Advance(TimeSpan.FromHours(5));
        _engine.Start();

        await SweepAsync();

        await AssertKontorsAsync();
    }

    [Fact]
    public async Task So_is_one_whose_image_shows_only_when_it_is_installed()
    {
        var moment = new Meanwhile("wipe.call/answered");
        await EndedAsync();
        _engine.Start(moment);
        _engine.Get<ComputeOptions>().WipeImage = Access.Debian;
        var path = $"/v1/compute/instances/{_engine.Cloud.Instances.Single().InstanceId}";
        moment.Happens = () => _engine.Wire.ChangeReadsOf(path, Access.Debian, Shop.Ubuntu);
        _engine.Clock.Advance(Retention);
        await _engine.SweepAsync();
        _engine.Pass(TimeSpan.FromMinutes(1));
        _engine.Wire.ChangeReadsOf("", "", "");

        await SweepAsync();

        await AssertKontorsAsync();
    }

    [Fact]
    public async Task What_somebody_does_to_it_after_the_wipe_is_found()
    {
        await EndedAsync();
        await PassRetentionAsync();
        _engine.Cloud.Panel.Reinstall(_engine.Cloud.Instances.Single().InstanceId);

        await SweepAsync();

        Assert.Single(await _engine.FindingsAsync(), finding => finding.Kind == FindingKind.ChangedOutside);
    }

    private async Task AssertKontorsAsync()
    {
        Assert.Equal(1, _engine.Cloud.Instances.Single().Installations);
        Assert.DoesNotContain(await _engine.FindingsAsync(), finding => finding.Kind == FindingKind.ChangedOutside);
        var told = (await _engine.AllAsync<TimelineEntry>()).FindAll(row => row.Kind == TimelineKind.Reinstalled);
        Assert.NotEmpty(told);
        Assert.All(told, row => Assert.Equal(TimelineOrigin.Kontor, row.Origin));
    }

    private async Task EndedAsync()
    {
        var subject = (await _engine.BuyAsync(Shop.Order)).Subject;
        await _engine.SweepAsync();
        await _engine.EndAsync(subject);
        _engine.Pass(TimeSpan.FromMinutes(1));
    }

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
        await _engine.SweepAsync();
    }
}
