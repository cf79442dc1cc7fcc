using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.State;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Contabo.Simulator.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kontor-state").FullName;

    private string Path => System.IO.Path.Combine(_folder, "state.json");

    [Fact]
    public async Task Everything_comes_back_and_goes_on()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        await FillAsync(rig, api);
        Save(rig);

        var clock = new FakeTimeProvider(rig.Clock.GetUtcNow());
        var restored = new SimulatedCloud(clock);
        restored.Restore(new StateFile(Path).Load()!.Cloud);
        using var again = new ApiCaller(new Simulator.Doors.InMemoryDoor(restored), CloudRig.Address) { Token = api.Token };
        clock.Advance(TimeSpan.FromMinutes(4));
        rig.Clock.Advance(TimeSpan.FromMinutes(4));

        foreach (var path in (string[])["/v1/compute/instances", "/v1/compute/instances/audits", "/v1/tags", "/v1/tags/2001/assignments", "/v1/secrets"])
        {
            Assert.Equal((await api.GetAsync(path)).Text, (await again.GetAsync(path)).Text);
        }

        Assert.Equal(rig.Cloud.PurchaseLog, restored.PurchaseLog);
        clock.Advance(TimeSpan.FromDays(100));
        rig.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(rig.Cloud.Charges, restored.Charges);
        Assert.Equal(rig.Cloud.Faults.Fired, restored.Faults.Fired);
        Assert.Equal(await again.OrderNextAsync(), await api.OrderNextAsync());
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fresh_start() => Assert.Null(new StateFile(Path).Load());

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"format":"kontor-simulator-state-1","checksum":"00","state":{}}""")]
    public async Task A_foreign_file_is_refused_by_name_and_left_alone(string content)
    {
        await File.WriteAllTextAsync(Path, content, TestContext.Current.CancellationToken);

        var refusal = Assert.Throws<StateFileException>(() => new StateFile(Path).Load());

        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--state", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cut_or_changed_file_is_refused()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        await api.OrderAsync("web 1");
        Save(rig);
        var whole = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);

        foreach (var damaged in (string[])[whole[..^40], whole.Replace("web 1", "web 2", StringComparison.Ordinal)])
        {
            await File.WriteAllTextAsync(Path, damaged, TestContext.Current.CancellationToken);
            Assert.Throws<StateFileException>(() => new StateFile(Path).Load());
        }
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        var path = System.IO.Path.Combine(_folder, "missing", "state.json");

        var refusal = Assert.Throws<StateFileException>(() => new StateFile(path).Save(
            new SimulatorState(new SimulatedClock(TimeProvider.System).Reading, new CloudRig().Cloud.Snapshot())));

        Assert.StartsWith($"{path} cannot be written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_leaves_no_partial_file_behind()
    {
        Save(new CloudRig());

        Assert.Equal([Path], Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Save(CloudRig rig) =>
        new StateFile(Path).Save(new SimulatorState(new SimulatedClock(rig.Clock).Reading, rig.Cloud.Snapshot()));

    private static async Task FillAsync(CloudRig rig, ApiCaller api)
    {
        rig.Cloud.Faults.UseSeed(new FaultSeed { Seed = 3, Rate = 0.3, Allowed = [Misbehaviour.LateAudit, Misbehaviour.StuckProvisioning] });
        for (var number = 0; number < 8; number++)
        {
            await api.OrderAsync($"machine {number}");
        }

        await api.PostAsync("/v1/secrets", new { name = "root", type = "password", value = "PwdA?2092w#" });
        await api.PostAsync("/v1/tags", new { name = "ours", color = "#0A78C3" });
        await api.PostAsync("/v1/tags/2001/assignments/instance/202600002", null);
        rig.Cloud.Panel.Cancel(202_600_003);
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TimeoutThenLateEffect, Operation = "createInstance" });
        using var patience = new CancellationTokenSource();
        var late = api.SendUntilAsync(HttpMethod.Post, "/v1/compute/instances", ApiCaller.Order("late one"), null, patience.Token);
        await patience.CancelAsync();
        await Record.ExceptionAsync(() => late);
    }
}

internal static class NextOrder
{
    /// <summary>The id the next order gets, after signing in anew.</summary>
    public static async Task<long> OrderNextAsync(this ApiCaller api)
    {
        await api.SignInAsync();
        return await api.OrderAsync("next");
    }
}
