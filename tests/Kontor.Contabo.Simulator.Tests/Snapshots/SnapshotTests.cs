using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Instances;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_snapshot_is_answered_in_full_and_found_again()
    {
        using var one = await InstanceRig.RunningAsync();

        var answer = await one.Api.PostAsync($"{one.Path}/snapshots", new { name = "Before 1-2", description = "as it was" });

        Assert.Equal(201, answer.Status);
        var id = answer.First.GetProperty("snapshotId").GetString();
        // The seconds of 2026-11-10T09:02:00Z.
        Assert.Equal("snap1794301320", id);
        Assert.Equal("2026-12-10T09:02:00.000Z", answer.First.GetProperty("autoDeleteDate").GetString());
        Assert.Equal("ubuntu-24.04", answer.First.GetProperty("imageName").GetString());
        Assert.Equal(answer.First.GetRawText(), (await one.Api.GetAsync($"{one.Path}/snapshots/{id}")).First.GetRawText());
        Assert.Equal(answer.First.GetRawText(), Assert.Single((await one.Api.GetAsync($"{one.Path}/snapshots")).Data).GetRawText());
    }

    [Theory]
    [InlineData("V153", 1)]
    [InlineData("V155", 3)]
    [InlineData("V159", 5)]
    [InlineData("V93", 0)]
    [InlineData("V8", 0)]
    public async Task The_plan_says_how_many_there_may_be(string product, int limit)
    {
        using var one = await InstanceRig.RunningAsync(productId: product);
        for (var number = 0; number < limit; number++)
        {
            Assert.Equal(201, (await one.SnapshotAsync($"number {number}")).Status);
        }

        var answer = await one.SnapshotAsync("one more");

        Assert.Equal((402, $"Total snapshots exceed the total max limit of {limit} snapshots"), (answer.Status, answer.Message.GetString()));
        Assert.Equal(limit, one.Cloud.Snapshots(one.Id).Select(snapshot => snapshot.SnapshotId).Distinct().Count());
    }

    [Theory]
    [InlineData("""{}""", "name must be a string")]
    [InlineData("""{"name":""}""", "name must be longer than or equal to 1 characters")]
    [InlineData("""{"name":"0123456789012345678901234567890"}""", "name must be shorter than or equal to 30 characters")]
    [InlineData("""{"name":"a","description":""}""", "description must be longer than or equal to 1 characters")]
    public async Task A_body_that_does_not_fit_is_refused(string body, string message)
    {
        using var one = await InstanceRig.RunningAsync();

        var answer = await one.Api.PostAsync($"{one.Path}/snapshots", System.Text.Json.JsonElement.Parse(body));

        Assert.Equal(400, answer.Status);
        Assert.Contains(message, answer.Message.EnumerateArray().Select(one => one.GetString()));
    }

    [Theory]
    [InlineData("a_b")]
    [InlineData("a:b")]
    public async Task A_name_has_letters_digits_blanks_and_dashes(string name)
    {
        using var one = await InstanceRig.RunningAsync();
        var id = (await one.SnapshotAsync()).First.GetProperty("snapshotId").GetString();

        Assert.Equal(400, (await one.SnapshotAsync(name)).Status);
        Assert.Equal(400, (await one.Api.SendAsync(HttpMethod.Patch, $"{one.Path}/snapshots/{id}", new { name })).Status);
    }

    [Theory]
    [InlineData("installing")]
    [InlineData("error")]
    public async Task A_state_may_forbid_a_snapshot(string status)
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Panel.SetStatus(one.Id, status);

        Assert.Equal(422, (await one.SnapshotAsync()).Status);
    }

    [Fact]
    public async Task Name_and_description_can_be_changed_one_by_one()
    {
        using var one = await InstanceRig.RunningAsync();
        var path = $"{one.Path}/snapshots/{(await one.SnapshotAsync()).First.GetProperty("snapshotId").GetString()}";

        await one.Api.SendAsync(HttpMethod.Patch, path, new { description = "why" });
        var answer = await one.Api.SendAsync(HttpMethod.Patch, path, new { name = "after" });

        Assert.Equal(200, answer.Status);
        var shown = (await one.Api.GetAsync(path)).First;
        Assert.Equal(("after", "why"), (shown.GetProperty("name").GetString(), shown.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task The_name_filter_takes_a_part_of_a_name()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.SnapshotAsync("nightly 1");
        await one.SnapshotAsync("other");

        Assert.Single((await one.Api.GetAsync($"{one.Path}/snapshots?name=night")).Data);
    }

    [Fact]
    public async Task A_deleted_snapshot_stays_in_the_list_for_a_moment_and_counts_until_it_is_gone()
    {
        using var one = await InstanceRig.RunningAsync(productId: "V153");
        var path = $"{one.Path}/snapshots/{(await one.SnapshotAsync()).First.GetProperty("snapshotId").GetString()}";

        Assert.Equal(204, (await one.Api.SendAsync(HttpMethod.Delete, path, null)).Status);
        Assert.Single((await one.Api.GetAsync($"{one.Path}/snapshots")).Data);
        Assert.Equal(402, (await one.SnapshotAsync("next")).Status);
        Assert.Equal(404, (await one.Api.PostAsync($"{path}/rollback", new { })).Status);
        one.Pass(3);
        Assert.Equal(204, (await one.Api.SendAsync(HttpMethod.Delete, path, null)).Status);
        one.Pass(2);
        Assert.Empty((await one.Api.GetAsync($"{one.Path}/snapshots")).Data);
        var again = await one.Api.SendAsync(HttpMethod.Delete, path, null);
        Assert.Equal((404, "Entry Snapshot not found by snapshotId"), (again.Status, again.Message.GetString()));
        Assert.Equal(201, (await one.SnapshotAsync("next")).Status);
    }

    [Fact]
    public async Task After_thirty_days_it_goes_by_itself()
    {
        using var one = await InstanceRig.RunningAsync();
        await one.SnapshotAsync();

        one.Pass(TimeSpan.FromDays(30).TotalSeconds - 1);
        Assert.Single(one.Cloud.Snapshots(one.Id));
        one.Pass(1);

        Assert.Empty(one.Cloud.Snapshots(one.Id));
    }

    [Fact]
    public async Task Snapshots_go_with_their_instance_and_are_no_one_elses()
    {
        using var one = await InstanceRig.RunningAsync();
        var other = await one.Api.OrderAsync("other");
        var id = (await one.SnapshotAsync()).First.GetProperty("snapshotId").GetString();

        Assert.Equal(404, (await one.Api.GetAsync($"/v1/compute/instances/{other}/snapshots/{id}")).Status);
        Assert.Equal("Entry Instance not found by instanceId", (await one.Api.GetAsync("/v1/compute/instances/1/snapshots")).Message.GetString());
        one.Cloud.Panel.Delete(one.Id);
        Assert.Empty(one.Cloud.Snapshots(one.Id));
    }

    [Fact]
    public async Task Every_change_leaves_a_row_found_by_request_id_instance_or_snapshot()
    {
        using var one = await InstanceRig.RunningAsync();
        var created = await one.Api.PostAsync($"{one.Path}/snapshots", new { name = "a" }, ApiCaller.RequestId(904));
        var id = created.First.GetProperty("snapshotId").GetString();
        await one.Api.SendAsync(HttpMethod.Patch, $"{one.Path}/snapshots/{id}", new { name = "b" });
        one.Pass(1);
        await one.SnapshotAsync("c");
        await one.Api.SendAsync(HttpMethod.Delete, $"{one.Path}/snapshots/{id}", null);

        const string Audits = "/v1/compute/snapshots/audits";
        Assert.Equal(id, Assert.Single((await one.Api.GetAsync($"{Audits}?requestId={ApiCaller.RequestId(904)}")).Data).GetProperty("snapshotId").GetString());
        Assert.Equal(
            ["CREATED", "UPDATED", "DELETED"],
            (await one.Api.GetAsync($"{Audits}?instanceId={one.Id}&snapshotId={id}")).Data.Select(row => row.GetProperty("action").GetString()));
        Assert.Equal(4, (await one.Api.GetAsync($"{Audits}?instanceId={one.Id}")).Data.Count);
    }

    [Fact]
    public async Task A_snapshot_whose_answer_is_broken_is_there_and_its_row_may_be_late()
    {
        using var one = await InstanceRig.RunningAsync();
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.UnreadableSuccess, Operation = "createSnapshot" });
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.LateAudit, Operation = "createSnapshot", Delay = TimeSpan.FromSeconds(60) });

        var answer = await one.SnapshotAsync();

        Assert.ThrowsAny<System.Text.Json.JsonException>(() => answer.Body);
        Assert.Single(one.Cloud.Snapshots(one.Id));
        Assert.Empty((await one.Api.GetAsync("/v1/compute/snapshots/audits")).Data);
        one.Pass(60);
        Assert.Single((await one.Api.GetAsync("/v1/compute/snapshots/audits")).Data);
    }
}
