using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Instances;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Snapshots;

public sealed class RollbackTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_rollback_answers_with_links_alone_and_restarts(string? body)
    {
        using var one = await InstanceRig.RunningAsync();
        var id = await ReadyAsync(one, "a");

        var answer = await one.Api.PostAsync(
            $"{one.Path}/snapshots/{id}/rollback", body is null ? null : System.Text.Json.JsonElement.Parse(body));

        Assert.Equal(200, answer.Status);
        Assert.Equal($$$"""{"_links":{"self":"{{{one.Path}}}/snapshots/{{{id}}}"}}""", answer.Text);
        one.Pass(30);
        Assert.Equal(("running", 1, id), (one.Status, one.Instance.Boots, one.Instance.RolledBackTo));
    }

    [Fact]
    public async Task Newer_snapshots_are_deleted_and_older_ones_stay()
    {
        using var one = await InstanceRig.RunningAsync();
        var (first, second) = (await ReadyAsync(one, "a"), await ReadyAsync(one, "b"));
        await ReadyAsync(one, "c");

        await RollbackAsync(one, second, ApiCaller.RequestId(905));

        Assert.Equal([first, second], one.Cloud.Snapshots(one.Id).Select(snapshot => snapshot.SnapshotId));
        var rows = (await one.Api.GetAsync($"/v1/compute/snapshots/audits?requestId={ApiCaller.RequestId(905)}")).Data;
        Assert.Equal(["UPDATED", "DELETED"], rows.Select(row => row.GetProperty("action").GetString()));
        Assert.Equal(second, rows[0].GetProperty("snapshotId").GetString());
    }

    [Fact]
    public async Task An_older_one_may_be_refused_as_it_was_in_2022()
    {
        using var one = await InstanceRig.RunningAsync(new SimulatorOptions { OlderRollbackIsRefused = true });
        var first = await ReadyAsync(one, "a");
        await ReadyAsync(one, "b");

        var answer = await RollbackAsync(one, first);

        Assert.Equal(
            (422, "Snapshot cannot be used to rollback instance as is not the latest version"), (answer.Status, answer.Message.GetString()));
        Assert.Equal(2, one.Cloud.Snapshots(one.Id).Count);
    }

    [Fact]
    public async Task A_snapshot_that_is_only_just_asked_for_cannot_be_used_yet()
    {
        using var one = await InstanceRig.RunningAsync();
        var id = (await one.SnapshotAsync()).First.GetProperty("snapshotId").GetString()!;

        one.Pass(7);
        Assert.Equal(422, (await RollbackAsync(one, id)).Status);
        one.Pass(1);
        Assert.Equal(200, (await RollbackAsync(one, id)).Status);
    }

    [Fact]
    public async Task One_thing_at_a_time()
    {
        using var one = await InstanceRig.RunningAsync();
        var id = await ReadyAsync(one, "a");
        await RollbackAsync(one, id);

        Assert.Equal(422, (await RollbackAsync(one, id)).Status);
        Assert.Equal(422, (await one.ActAsync("stop")).Status);
        Assert.Equal(422, (await one.SnapshotAsync("b")).Status);
    }

    [Fact]
    public async Task What_is_unknown_is_missing_and_a_field_is_refused()
    {
        using var one = await InstanceRig.RunningAsync();
        var id = await ReadyAsync(one, "a");

        Assert.Equal("Entry Snapshot not found by snapshotId", (await RollbackAsync(one, "snap1")).Message.GetString());
        Assert.Equal(400, (await one.Api.PostAsync($"{one.Path}/snapshots/{id}/rollback", new { force = true })).Status);
    }

    [Fact]
    public async Task A_rollback_may_be_accepted_and_never_done()
    {
        using var one = await InstanceRig.RunningAsync();
        var id = await ReadyAsync(one, "a");
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.StuckAction });

        Assert.Equal(200, (await RollbackAsync(one, id)).Status);
        one.Pass(3600);

        Assert.Null(one.Instance.RolledBackTo);
    }

    [Fact]
    public async Task A_rollback_whose_answer_is_lost_happened_all_the_same()
    {
        using var one = await InstanceRig.RunningAsync();
        var id = await ReadyAsync(one, "a");
        one.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ResetAfterEffect, Operation = "rollbackSnapshot" });

        await Assert.ThrowsAsync<HttpRequestException>(() => RollbackAsync(one, id));

        Assert.Equal(id, one.Instance.RolledBackTo);
    }

    private static async Task<string> ReadyAsync(InstanceRig one, string name)
    {
        var id = (await one.SnapshotAsync(name)).First.GetProperty("snapshotId").GetString()!;
        one.Pass(8);
        return id;
    }

    private static Task<ApiAnswer> RollbackAsync(InstanceRig one, string id, string? requestId = null) =>
        one.Api.PostAsync($"{one.Path}/snapshots/{id}/rollback", new { }, requestId);
}
