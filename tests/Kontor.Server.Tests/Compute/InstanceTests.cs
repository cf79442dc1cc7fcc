using System.Net;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Purchasing;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

public sealed class InstanceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_adopted_machine_serves_its_subject_and_its_term_is_not_known()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var machine = kontor.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", "bought by hand");

        var adopted = await client.Instances.AdoptAsync(Adoption(machine.InstanceId), "adopt-1", Cancel);

        Assert.Equal((true, machine.InstanceId, "bought by hand"), (adopted.Adopted, adopted.ProviderId, adopted.DisplayName));
        Assert.Equal((TermSource.Unknown, null), (adopted.Contract.Source, adopted.Contract.PaidUntil));
        Assert.Equal(adopted, Assert.Single(await client.Instances.ListAsync(adopted.SubjectId, Cancel).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Nothing_is_bought_for_what_an_adopted_machine_serves()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var machine = kontor.Cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", "bought by hand");
        var before = kontor.Cloud.PurchaseLog.Count;
        await client.Instances.AdoptAsync(Adoption(machine.InstanceId), "adopt-1", Cancel);

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel));
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((HttpStatusCode.Conflict, "purchasing.already_served"), (refused.Status, refused.Code));
        Assert.Equal(before, kontor.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_cannot_be_adopted()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Instances.AdoptAsync(Adoption(4711), "adopt-1", Cancel));

        Assert.Equal("compute.instance_not_found", refused.Code);
        Assert.Empty(await client.Subjects.ListAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_paid_term_of_a_machine_that_renews_moves_on_with_the_days()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var id = (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!;
        kontor.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(new DateOnly(2027, 1, 2), (await client.Instances.GetAsync(id, Cancel)).Contract.PaidUntil);
    }

    [Fact]
    public async Task A_terminate_sent_again_is_the_same_operation()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var wish = new TerminateRequest { Generation = 1, Fingerprint = Orders.Fingerprint };

        var first = await client.Subjects.TerminateAsync(order.Subject.Id, wish, "end-1", Cancel);
        var second = await client.Subjects.TerminateAsync(order.Subject.Id, wish, "end-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(first.Id, second.Id);
        Assert.Single(kontor.Cloud.Requests, request => request.OperationId == "cancelInstance");
    }

    [Fact]
    public async Task A_terminate_of_another_sale_is_refused()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var wish = new TerminateRequest { Generation = 1, Fingerprint = Orders.Fingerprint with { Order = "56" } };

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Subjects.TerminateAsync(order.Subject.Id, wish, "end-1", Cancel));
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("purchasing.fingerprint_mismatch", refused.Code);
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId == "cancelInstance");
    }

    [Fact]
    public async Task A_terminated_machine_is_off_and_locked_and_shows_until_when_it_is_paid_and_when_it_is_wiped()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await kontor.RunningAsync();
        var subject = (await client.Instances.GetAsync(machine, Cancel)).SubjectId!;
        var wish = new TerminateRequest { Generation = 1, Fingerprint = Orders.Fingerprint, On = new DateOnly(2027, 3, 31), RetentionDays = 3 };

        var end = await client.Subjects.TerminateAsync(subject, wish, "end-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var shown = await client.Instances.GetAsync(machine, Cancel);

        Assert.Equal(("stopped", LockReason.Terminated), (shown.Status, shown.Locked));
        Assert.Equal((new DateOnly(2027, 3, 31), end.CreatedAt.AddDays(3)), (shown.Contract.PaidUntil!.Value, shown.WipeAt!.Value));
        Assert.Contains("paid until 2027-03-31", (await client.Operations.GetAsync(end.Id, Cancel)).Steps![^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"on\":\"2026-11-01\"", "compute.invalid_field", "on")]
    [InlineData("\"on\":\"2199-01-01\"", "compute.invalid_field", "on")]
    [InlineData("\"on\":\"2026-02-30\"", "http.field_wrong", "on")]
    [InlineData("\"on\":\"tomorrow\"", "http.field_wrong", "on")]
    [InlineData("\"on\":20270331", "http.field_wrong", "on")]
    [InlineData("\"stop\":\"no\"", "http.field_wrong", "stop")]
    [InlineData("\"stop\":null", "http.field_wrong", "stop")]
    [InlineData("\"retentionDays\":-1", "compute.invalid_field", "retentionDays")]
    [InlineData("\"retentionDays\":1.5", "http.field_wrong", "retentionDays")]
    [InlineData("\"retentionDays\":\"7\"", "http.field_wrong", "retentionDays")]
    [InlineData("\"stop\":false,\"retentionDays\":1", "compute.invalid_field", "retentionDays")]
    [InlineData("\"wipe\":true", "http.field_unknown", "wipe")]
    public async Task A_terminate_that_cannot_be_meant_ends_nothing(string fields, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await kontor.RunningAsync();
        var subject = (await client.Instances.GetAsync(machine, Cancel)).SubjectId!;
        var body = $$$"""{"generation":1,"fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"},{{{fields}}}}""";

        var answer = await kontor.SendAsync(HttpMethod.Post, $"/api/v1/subjects/{subject}/terminate", body);
        await kontor.PassAsync(TimeSpan.FromMinutes(1), 2);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId is "cancelInstance" or "stop");
    }

    private static AdoptInstanceRequest Adoption(long instance) => new()
    {
        Account = "main",
        ProviderId = instance,
        Subject = new SubjectRequest { Kind = "service", ExternalId = "1001", Fingerprint = Orders.Fingerprint },
    };
}
