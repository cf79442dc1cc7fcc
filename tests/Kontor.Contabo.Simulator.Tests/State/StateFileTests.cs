using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.State;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Instances;
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
    public async Task Tasks_snapshots_images_and_tickets_come_back_and_go_on()
    {
        var options = new SimulatorOptions { CustomImageBaseMb = 10_000 };
        using var one = await InstanceRig.RunningAsync(options);
        await FillAsync(one);
        Save(one.Rig);

        var clock = new FakeTimeProvider(one.Rig.Clock.GetUtcNow());
        var restored = new SimulatedCloud(clock, options);
        restored.Restore(new StateFile(Path).Load()!.Cloud);
        using var again = new ApiCaller(new Simulator.Doors.InMemoryDoor(restored), CloudRig.Address) { Token = one.Api.Token };
        foreach (var seconds in (int[])[0, 2, 20, 60])
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            one.Pass(seconds);
            foreach (var path in (string[])["", "/snapshots", "/regionChange/check"])
            {
                Assert.Equal((await one.Api.GetAsync(one.Path + path)).Text, (await again.GetAsync(one.Path + path)).Text);
            }

            foreach (var path in (string[])["images?size=100", "images/stats", "images/audits", "snapshots/audits", "instances/actions/audits", "instances"])
            {
                Assert.Equal((await one.Api.GetAsync($"/v1/compute/{path}")).Text, (await again.GetAsync($"/v1/compute/{path}")).Text);
            }
        }

        Assert.Equal("stopped", restored.FindInstance(one.Id)!.Status);
        Assert.Equal(one.Cloud.PurchaseLog, restored.PurchaseLog);
        var next = new { name = "next" };
        Assert.Equal((await one.Api.PostAsync($"{one.Path}/snapshots", next)).Text, (await again.PostAsync($"{one.Path}/snapshots", next)).Text);
        clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(restored.Snapshots(one.Id));
    }

    [Fact]
    public async Task Numbers_that_were_given_are_not_given_again()
    {
        using var one = await InstanceRig.RunningAsync();
        var other = await one.Api.OrderAsync("other");
        one.Pass(120);
        await one.SnapshotAsync("a");
        await one.Api.PostAsync($"{one.Path}/regionChange", new { region = "UK", method = "installation" });
        Save(one.Rig);

        var restored = new SimulatedCloud(one.Rig.Clock);
        restored.Restore(new StateFile(Path).Load()!.Cloud);
        using var again = new ApiCaller(new Simulator.Doors.InMemoryDoor(restored), CloudRig.Address) { Token = one.Api.Token };
        await again.PostAsync($"{one.Path}/snapshots", new { name = "b" });
        var ticket = await again.PostAsync($"/v1/compute/instances/{other}/regionChange", new { region = "UK", method = "installation" });

        Assert.Equal(2, restored.Snapshots(one.Id).Select(snapshot => snapshot.SnapshotId).Distinct().Count());
        Assert.Equal(300_002, ticket.First.GetProperty("ticketNumber").GetInt64());
    }

    [Fact]
    public async Task A_file_of_the_first_format_is_loaded_and_goes_on()
    {
        await using (var source = typeof(StateFileTests).Assembly.GetManifestResourceStream("Kontor.Contabo.Simulator.Tests.State.first-format.json")!)
        await using (var copy = File.Create(Path))
        {
            await source.CopyToAsync(copy, TestContext.Current.CancellationToken);
        }

        var rig = new CloudRig(start: new DateTimeOffset(2026, 11, 10, 9, 2, 30, TimeSpan.Zero));
        rig.Cloud.Restore(new StateFile(Path).Load()!.Cloud);
        using var api = await rig.SignedInAsync();
        Assert.Equal(["running", "installing"], rig.Cloud.Instances.Select(instance => instance.Status));
        rig.Clock.Advance(TimeSpan.FromMinutes(2));

        var path = $"/v1/compute/instances/{rig.Cloud.Instances[1].InstanceId}";
        Assert.Equal("snap1794301470", (await api.PostAsync($"{path}/snapshots", new { name = "first" })).First.GetProperty("snapshotId").GetString());
        var ticket = await api.PostAsync($"{path}/regionChange", new { region = "UK", method = "installation" });
        Assert.Equal(300_001, ticket.First.GetProperty("ticketNumber").GetInt64());
        Assert.Equal(409, (await api.PostAsync("/v1/compute/instances/202600001/upgrade", new { privateNetworking = new { } })).Status);
        Assert.Equal(2, rig.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fresh_start() => Assert.Null(new StateFile(Path).Load());

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"format":"kontor-simulator-state-1","checksum":"00","state":{}}""")]
    [InlineData("""{"format":"kontor-simulator-state-3","checksum":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","state":{}}""")]
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

    /// <summary>Something of everything, each half done.</summary>
    private static async Task FillAsync(InstanceRig one)
    {
        await one.Api.PostAsync($"{one.Path}/regionChange", new { region = "UK", method = "installation" });
        await one.SnapshotAsync("a");
        var second = (await one.SnapshotAsync("b")).First.GetProperty("snapshotId").GetString();
        await one.Api.SendAsync(HttpMethod.Delete, $"{one.Path}/snapshots/{second}", null);
        await one.Api.PostAsync($"{one.Path}/upgrade", new { backup = new { } });
        await one.Api.PostAsync(
            "/v1/compute/images",
            new { name = "mine", url = "https://example.com/image.qcow2?sizeMb=4000", osType = "Linux", version = "1" });
        await one.ActAsync("stop");
        one.Pass(1);
    }

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
