using System.Net;
using System.Text;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Compute;

public sealed class SnapshotTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_lives_from_its_taking_to_its_deletion()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine, _) = await kontor.RoomyAsync();

        var taken = await client.Snapshots.CreateAsync(machine, new CreateSnapshotRequest { Name = "one", Description = "all is well" }, "s-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var list = await client.Snapshots.ListAsync(machine, Cancel);
        var snapshot = Assert.Single(list.Items);
        await client.Snapshots.UpdateAsync(machine, snapshot.Id, new UpdateSnapshotRequest { Name = "two" }, "s-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var renamed = Assert.Single((await client.Snapshots.ListAsync(machine, Cancel)).Items);
        await client.Snapshots.DeleteAsync(machine, snapshot.Id, "s-3", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(taken.Id, Cancel)).Status);
        Assert.Equal((1, 3, "all is well"), (list.Used, list.Limit, snapshot.Description));
        Assert.Equal(TimeSpan.FromDays(30), snapshot.ExpiresAt - snapshot.CreatedAt);
        Assert.Equal(("two", "all is well"), (renamed.Name, renamed.Description));
        Assert.Empty((await client.Snapshots.ListAsync(machine, Cancel)).Items);
    }

    [Fact]
    public async Task A_rollback_that_does_not_name_what_it_takes_is_told_the_list_and_one_that_does_is_done()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine, _) = await kontor.RoomyAsync();
        foreach (var name in new[] { "one", "two" })
        {
            await client.Snapshots.CreateAsync(machine, new CreateSnapshotRequest { Name = name }, name, Cancel);
            await kontor.PassAsync(TimeSpan.FromMinutes(2));
        }

        var ids = (await client.Snapshots.ListAsync(machine, Cancel)).Items.Select(snapshot => snapshot.Id).ToList();
        var preview = await client.Snapshots.PreviewRollbackAsync(machine, ids[0], Cancel);
        var refused = await Assert.ThrowsAsync<KontorApiException>(
            () => client.Snapshots.RollBackAsync(machine, ids[0], new RollbackRequest { Loses = [] }, "r-1", Cancel));
        var rolled = await client.Snapshots.RollBackAsync(machine, ids[0], new RollbackRequest { Loses = [ids[1]] }, "r-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(ids[1], Assert.Single(preview.Loses).Id);
        Assert.Equal((HttpStatusCode.Conflict, "compute.rollback_loses"), (refused.Status, refused.Code));
        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(rolled.Id, Cancel)).Status);
        Assert.Single(kontor.Cloud.Requests, request => request.OperationId == "rollbackSnapshot");
    }

    [Theory]
    [InlineData("", """{"name":1}""", "http.field_wrong", "name")]
    [InlineData("", """{}""", "http.field_missing", "name")]
    [InlineData("", """{"name":null}""", "http.field_wrong", "name")]
    [InlineData("", """{"name":"one","size":1}""", "http.field_unknown", "size")]
    [InlineData("", """{"name":"one","description":""}""", "compute.invalid_field", "description")]
    [InlineData("", """{"name":"a/b"}""", "compute.invalid_field", "name")]
    [InlineData("/snap1/rollback", """{"loses":"snap2"}""", "http.field_wrong", "loses")]
    [InlineData("/snap1/rollback", """{"loses":[1]}""", "http.field_wrong", "loses")]
    [InlineData("/snap1/rollback", """{}""", "http.field_missing", "loses")]
    public async Task A_wrong_field_is_named_and_nothing_is_sent(string path, string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, machine, _) = await kontor.RoomyAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/instances/{machine}/snapshots{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "key");

        var answer = await HttpExtensions.SendAsync(kontor.Http(await kontor.KeyAsync()), request);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.DoesNotContain(kontor.Cloud.Requests, sent => sent.OperationId is "createSnapshot" or "rollbackSnapshot");
    }
}
