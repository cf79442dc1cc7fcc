using System.Net;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

public sealed class SuspensionTests
{
    private static readonly SuspendRequest Suspend = new() { Generation = 1, Fingerprint = Orders.Fingerprint, Reason = "unpaid" };
    private static readonly UnsuspendRequest Unsuspend = new() { Generation = 1, Fingerprint = Orders.Fingerprint };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suspended_service_is_off_until_it_is_unsuspended()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, subject, machine) = await RunningAsync(kontor);

        var suspend = await client.Subjects.SuspendAsync(subject, Suspend, "suspend-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var off = (await client.Instances.GetAsync(machine, Cancel)).Status;
        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Instances.StartAsync(machine, "start-1", Cancel));
        await client.Subjects.UnsuspendAsync(subject, Unsuspend, "unsuspend-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(("instance.suspend", OperationStatus.Succeeded), (suspend.Type, (await client.Operations.GetAsync(suspend.Id, Cancel)).Status));
        Assert.Equal(("stopped", HttpStatusCode.Conflict, "compute.suspended"), (off, refused.Status, refused.Code));
        Assert.Equal("running", (await client.Instances.GetAsync(machine, Cancel)).Status);
    }

    [Fact]
    public async Task What_was_never_suspended_cannot_be_unsuspended()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, subject, _) = await RunningAsync(kontor);

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Subjects.UnsuspendAsync(subject, Unsuspend, "unsuspend-1", Cancel));

        Assert.Equal((HttpStatusCode.Conflict, "compute.not_suspended"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_named_and_nothing_is_stopped()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, subject, _) = await RunningAsync(kontor);

        var refused = await Assert.ThrowsAsync<KontorApiException>(
            () => client.Subjects.SuspendAsync(subject, Suspend with { Reason = new string('x', 201) }, "suspend-1", Cancel));
        await kontor.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((HttpStatusCode.BadRequest, "compute.invalid_field"), (refused.Status, refused.Code));
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId == "stop");
    }

    [Fact]
    public async Task A_payment_does_not_lift_what_staff_suspended_for_abuse()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, subject, machine) = await RunningAsync(kontor);
        var staff = await kontor.ClientAsync(source: null);
        await client.Subjects.SuspendAsync(subject, Suspend, "suspend-1", Cancel);
        await staff.Subjects.SuspendAsync(subject, Suspend with { Kind = SuspensionKind.Abuse }, "abuse-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));

        var paid = await client.Subjects.UnsuspendAsync(subject, Unsuspend, "unsuspend-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(("instance.unsuspend", OperationStatus.Succeeded, "stopped"), (paid.Type, paid.Status, (await client.Instances.GetAsync(machine, Cancel)).Status));
        Assert.Contains("abuse still stands", Assert.Single((await client.Operations.GetAsync(paid.Id, Cancel)).Steps!).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seller_neither_sets_nor_lifts_a_suspension_for_abuse()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, subject, _) = await RunningAsync(kontor);

        var set = await Assert.ThrowsAsync<KontorApiException>(() => client.Subjects.SuspendAsync(subject, Suspend with { Kind = SuspensionKind.Abuse }, "1", Cancel));
        var lift = await Assert.ThrowsAsync<KontorApiException>(() => client.Subjects.UnsuspendAsync(subject, Unsuspend with { Kind = SuspensionKind.Abuse }, "2", Cancel));

        Assert.Equal((HttpStatusCode.Forbidden, "tenancy.right_not_of_role"), (set.Status, set.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "tenancy.right_not_of_role"), (lift.Status, lift.Code));
    }

    [Theory]
    [InlineData("\"spam\"")]
    [InlineData("\"ABUSE\"")]
    [InlineData("\"unpaid,abuse\"")]
    [InlineData("1")]
    [InlineData("null")]
    public async Task A_kind_that_there_is_not_suspends_nothing(string kind)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, subject, _) = await RunningAsync(kontor);
        var body = $$$"""{"generation":1,"kind":{{{kind}}},"fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}""";

        var answer = await kontor.SendAsync(HttpMethod.Post, $"/api/v1/subjects/{subject}/suspend", body);

        Assert.Equal((HttpStatusCode.BadRequest, "http.field_wrong", "kind"), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.Contains("unpaid, abuse, other", answer.Problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId == "stop");
    }

    private static async Task<(KontorClient Client, string Subject, string Machine)> RunningAsync(KontorUnderTest kontor)
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        return (client, order.Subject.Id, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!);
    }
}
