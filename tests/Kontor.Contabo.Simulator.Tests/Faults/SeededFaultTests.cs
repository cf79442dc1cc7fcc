using CsCheck;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Faults;

public sealed class SeededFaultTests
{
    private static readonly Misbehaviour[] Refusals =
        [Misbehaviour.ServerErrorBeforeEffect, Misbehaviour.ServerErrorAfterEffect, Misbehaviour.TooManyRequests];

    [Fact]
    public async Task Which_order_is_hit_does_not_depend_on_who_comes_first() =>
        await Gen.Select(Gen.Int[0, 100_000], Gen.Shuffle(Enumerable.Range(0, 12).ToArray())).SampleAsync(async (seed, order) =>
        {
            var inOrder = await OutcomesAsync(seed, [.. Enumerable.Range(0, 12)]);
            var shuffled = await OutcomesAsync(seed, order);
            Assert.Equal(inOrder, shuffled);
        }, iter: 30);

    [Fact]
    public async Task Two_calls_for_one_order_are_decided_apart()
    {
        var outcomes = new HashSet<(int, int)>();
        for (var seed = 0; seed < 40; seed++)
        {
            var first = await OutcomesAsync(seed, [0, 0]);
            outcomes.Add((first["0#0"], first["0#1"]));
        }

        Assert.Contains(outcomes, pair => pair.Item1 == 201 && pair.Item2 != 201);
        Assert.Contains(outcomes, pair => pair.Item1 != 201 && pair.Item2 == 201);
    }

    [Theory]
    [InlineData("k-", true)]
    [InlineData(null, false)]
    public async Task A_random_word_in_a_name_can_be_without_influence(string? ignoredPrefix, bool same)
    {
        var one = await HitsAsync(ignoredPrefix, number => $"machine {number} k-abc");
        var other = await HitsAsync(ignoredPrefix, number => $"machine {number} k-xyz{number}");

        Assert.Equal(same, one.SequenceEqual(other));
    }

    [Fact]
    public async Task The_rate_is_about_the_share_of_calls_hit()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.UseSeed(new FaultSeed { Seed = 11, Rate = 0.25, Allowed = [Misbehaviour.TooManyRequests] });

        for (var number = 0; number < 400; number++)
        {
            await api.PostAsync("/v1/compute/instances", ApiCaller.Order($"machine {number}"));
        }

        Assert.InRange(rig.Cloud.Faults.FiredCount(Misbehaviour.TooManyRequests), 70, 130);
    }

    [Fact]
    public async Task Which_image_is_hit_follows_from_its_name_and_not_from_its_id()
    {
        var names = Enumerable.Range(0, 12).Select(number => $"image {number}").ToList();

        Assert.Equal(await ImageHitsAsync(names), await ImageHitsAsync([.. names.AsEnumerable().Reverse()]));
    }

    [Fact]
    public void Nothing_fires_where_it_does_not_apply()
    {
        var read = Simulator.Contract.OperationTable.Committed.Operations.First(one => one.OperationId == "retrieveInstance");

        Assert.False(FaultTable.Applies(Misbehaviour.TimeoutThenLateEffect, read, 1));
        Assert.False(FaultTable.Applies(Misbehaviour.MissingAudit, read, 1));
        Assert.False(FaultTable.Applies(Misbehaviour.ShortList, read, 1));
        Assert.False(FaultTable.Applies(Misbehaviour.StuckProvisioning, read, 1));
        Assert.False(FaultTable.Applies(Misbehaviour.TokenExpiry, null, 1));
        Assert.False(FaultTable.Applies(Misbehaviour.StuckAction, read, 1));
        Assert.False(FaultTable.Applies(Misbehaviour.StuckAction, null, 1));
        Assert.True(FaultTable.Applies(Misbehaviour.TimeoutAfterEffect, read, 1));
    }

    /// <summary>The status of each image's change of description, by its name.</summary>
    private static async Task<SortedDictionary<string, int>> ImageHitsAsync(IReadOnlyList<string> names)
    {
        var rig = new CloudRig(new SimulatorOptions { CustomImageBaseMb = 100_000 });
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.UseSeed(new FaultSeed { Seed = 5, Rate = 0.5, Allowed = Refusals, Operations = ["updateImage"] });
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var created = await api.PostAsync("/v1/compute/images", new { name, url = "https://example.com/a.iso", osType = "Linux", version = "1" });
            var path = $"/v1/compute/images/{created.First.GetProperty("imageId").GetString()}";
            outcomes[name] = (await api.SendAsync(HttpMethod.Patch, path, new { description = "new" })).Status;
        }

        return outcomes;
    }

    /// <summary>Which of forty orders are hit.</summary>
    private static async Task<List<int>> HitsAsync(string? ignoredPrefix, Func<int, string> name)
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.UseSeed(new FaultSeed { Seed = 5, Rate = 0.5, Allowed = Refusals, Operations = ["createInstance"], IgnoredPrefix = ignoredPrefix });
        var hits = new List<int>();
        for (var number = 0; number < 40; number++)
        {
            if ((await api.PostAsync("/v1/compute/instances", ApiCaller.Order(name(number)))).Status != 201)
            {
                hits.Add(number);
            }
        }

        return hits;
    }

    /// <summary>The status of each order, by its name and how often that name was ordered before.</summary>
    private static async Task<SortedDictionary<string, int>> OutcomesAsync(int seed, int[] order)
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.UseSeed(new FaultSeed { Seed = seed, Rate = 0.5, Allowed = Refusals, Operations = ["createInstance"] });
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var number in order)
        {
            var answer = await api.PostAsync("/v1/compute/instances", ApiCaller.Order($"machine {number}"));
            outcomes[$"{number}#{outcomes.Keys.Count(key => key.StartsWith($"{number}#", StringComparison.Ordinal))}"] = answer.Status;
        }

        return outcomes;
    }
}
