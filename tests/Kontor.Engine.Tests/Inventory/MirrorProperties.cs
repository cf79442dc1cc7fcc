using CsCheck;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Inventory;

/// <summary>Whatever people do in the panel and whenever it is swept, in the end the mirror is what the cloud is.</summary>
public sealed class MirrorProperties
{
    private static readonly string[] Acts =
        ["rename", "stop", "start", "cancel", "reinstall", "delete", "add", "suspend", "release", "sweep", "wait"];

    private static readonly Gen<string> Act = Gen.Int[0, Acts.Length - 1].Select(number => Acts[number]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_mirror_ends_as_the_cloud_and_the_addresses_leave_no_gap_and_no_overlap() => Gen.Select(Act, Gen.Int[0, 3]).List[0, 25].Sample(
        acts =>
        {
            using var engine = new EngineFixture();
            RunAsync(engine, acts).GetAwaiter().GetResult();
        },
        iter: 25,
        threads: 1);

    private static async Task RunAsync(EngineFixture engine, List<(string, int)> acts)
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await engine.BuyAsync(Shop.OrderFor($"{number}"));
        }

        foreach (var (act, which) in acts)
        {
            await DoAsync(engine, act, which);
        }

        engine.Clock.Advance(TimeSpan.FromHours(1));
        await engine.SweepAsync();
        engine.Work();
        engine.Clock.Advance(TimeSpan.FromMinutes(10));
        await engine.SweepAsync();
        await engine.SweepAsync();
        await CheckMirrorAsync(engine);
        await CheckAddressesAsync(engine);
        Assert.Equal((3, 0), (engine.Calls("createInstance"), engine.Calls("cancelInstance")));
    }

    private static async Task DoAsync(EngineFixture engine, string act, int which)
    {
        var (panel, machines) = (engine.Cloud.Panel, engine.Cloud.Instances);
        var machine = machines.Count > 0 ? machines[which % machines.Count].InstanceId : 0;
        _ = act switch
        {
            "rename" => panel.Rename(machine, $"name {which}"),
            "stop" => panel.Stop(machine),
            "start" => panel.Start(machine),
            "cancel" => panel.Cancel(machine),
            "reinstall" => machine != 0 && panel.Reinstall(machine),
            "delete" => panel.Delete(machine),
            "suspend" => panel.SetSuspended(machine, suspended: true),
            "release" => panel.SetSuspended(machine, suspended: false),
            "add" => panel.Add(AccountSettings.Demo.ClientId, "V153", "by hand").InstanceId > 0,
            _ => true,
        };
        if (act == "wait")
        {
            engine.Clock.Advance(TimeSpan.FromMinutes(5));
        }
        else if (act == "sweep")
        {
            await engine.SweepAsync();
            engine.Work();
        }
    }

    private static async Task CheckMirrorAsync(EngineFixture engine)
    {
        var mirror = (await engine.AllAsync<InstanceRow>()).ToDictionary(row => row.ResourceId);
        var unknown = await engine.FindingsAsync();
        var resources = (await engine.AllAsync<Resource>()).ToDictionary(row => row.ProviderId.Value);
        foreach (var machine in engine.Cloud.Instances)
        {
            if (!resources.TryGetValue(machine.InstanceId, out var resource))
            {
                Assert.Contains(unknown, finding => finding.Machine?.Value == machine.InstanceId);
                continue;
            }

            var row = mirror[resource.Id];
            Assert.Equal((machine.Status, machine.DisplayName, machine.Contract!.CancelDate), (row.Status, row.DisplayName, row.CancelDate));
            Assert.Equal(0, resource.MissingLists);
        }

        Assert.All(resources.Values, one => Assert.True(one.MissingLists > 0 || engine.Cloud.FindInstance(one.ProviderId.Value) is not null));
    }

    private static async Task CheckAddressesAsync(EngineFixture engine)
    {
        var mirror = (await engine.AllAsync<InstanceRow>()).ToDictionary(row => row.ResourceId);
        var history = await engine.AllAsync<IpAssignment>();
        Assert.NotEmpty(history);
        foreach (var times in history.GroupBy(row => (row.ResourceId, row.Ip)))
        {
            var inOrder = times.OrderBy(row => row.From).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
        }

        foreach (var row in mirror.Values)
        {
            Assert.Equal(
                Addresses.Split(row.AddressesV4).Concat(Addresses.Split(row.AddressesV6)).Order(),
                history.Where(one => one.ResourceId == row.ResourceId && one.To is null).Select(one => one.Ip).Order());
        }
    }
}
