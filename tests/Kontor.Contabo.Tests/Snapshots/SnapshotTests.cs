using Kontor.Contabo.Snapshots;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Snapshots;

public sealed class SnapshotTests
{
    private const string Id = "snap1628603855";

    [Fact]
    public async Task A_snapshot_is_read_field_by_field()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""
            {"data":[{"tenantId":"DE","customerId":"54321","snapshotId":"snap1628603855","instanceId":100,"name":"before","description":"d",
            "createdDate":"2026-11-23T08:00:00.000Z","autoDeleteDate":"2026-12-23T08:00:00.000Z","imageId":"i","imageName":"ubuntu-24.04","sizeGb":7}]}
            """)));

        var snapshot = await account.Client.Snapshots.GetAsync(100, Id, default);

        Assert.Equal((Id, 100L, "before", "d"), (snapshot.SnapshotId, snapshot.InstanceId, snapshot.Name, snapshot.Description));
        Assert.Equal(TimeSpan.FromDays(30), snapshot.AutoDeleteDate - snapshot.CreatedDate);
        Assert.Equal(("i", "ubuntu-24.04", 7), (snapshot.ImageId, snapshot.ImageName, snapshot.AdditionalData!["sizeGb"].GetInt32()));
    }

    [Fact]
    public async Task An_absent_snapshot_is_null_when_found_and_an_error_when_expected()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(Answers.Error(404, "Entry Snapshot not found by snapshotId"), 404)));

        Assert.Null(await account.Client.Snapshots.FindAsync(100, Id, default));
        Assert.Equal(404, (await account.FailsAsync(account.Client.Snapshots.GetAsync(100, Id, default))).Status);
    }

    [Theory]
    [InlineData("snap1", 100)]
    [InlineData(Id, 101)]
    public async Task A_snapshot_of_another_name_or_instance_is_not_the_one_asked_for(string snapshotId, long instanceId)
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json($$"""{"data":[{"snapshotId":"{{snapshotId}}","instanceId":{{instanceId}}}]}""")));

        Assert.Equal(ContaboErrorReason.Unreadable, (await account.FailsAsync(account.Client.Snapshots.GetAsync(100, Id, default))).Reason);
    }

    [Fact]
    public async Task A_snapshot_over_the_quota_is_refused_with_the_providers_words()
    {
        using var account = new Account(Cloud.Answering(
            () => Cloud.Json(Answers.Error(402, "Total snapshots exceed the total max limit of 1 snapshots"), 402)));

        var failure = await account.FailsAsync(account.Client.Snapshots.CreateAsync(100, new() { Name = "n" }, Account.WriteId, default));

        Assert.Equal((WriteOutcome.DefinitelyNotDone, 402), (failure.Outcome, failure.Status));
        Assert.Contains("max limit of 1", failure.ProviderMessages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>ok</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_rollback_answered_with_anything_but_an_object_is_unknown(string body)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(body));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.Client.Snapshots.RollbackAsync(100, Id, Account.WriteId, default));

        Assert.Equal((WriteOutcome.Unknown, ContaboErrorReason.Unreadable), (failure.Outcome, failure.Reason));
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_lost_snapshot_is_found_by_its_request_id()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(
            """{"data":[{"id":1,"instanceId":100,"snapshotId":"snap1628603855","action":"CREATED","requestId":"11111111-1111-4111-8111-111111111111"}]}"""));
        using var account = new Account(cloud);
        var filter = new SnapshotAuditFilter { RequestId = Account.WriteId, InstanceId = 100 };

        var row = Assert.Single(await account.Client.SnapshotAudits.ListAsync(filter, default).ToListAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"?requestId={Account.WriteId}&instanceId=100&", cloud.Calls[0].Url.Query, StringComparison.Ordinal);
        Assert.Equal((100L, Id, AuditAction.Created), (row.InstanceId, row.SnapshotId, row.Action));
    }
}
