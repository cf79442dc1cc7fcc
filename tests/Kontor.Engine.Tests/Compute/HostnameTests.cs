using System.Text;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Hostname;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>The host name: ours to keep, and the next installation's to have.</summary>
public sealed class HostnameTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task It_is_kept_without_a_call_to_the_provider()
    {
        var (subject, machine) = await SoldAsync();
        var before = _engine.Cloud.Requests.Count;

        Assert.Equal("web.example.com", (await SetAsync(machine, "web.example.com")).Value);

        Assert.Equal(("web.example.com", before), ((await _engine.ResourceAsync(subject.Id)).Hostname, _engine.Cloud.Requests.Count));
    }

    [Fact]
    public async Task It_goes_with_the_next_order_of_the_same_service_and_stays_with_its_machine()
    {
        var (subject, machine) = await SoldAsync();
        await SetAsync(machine, "web.example.com");
        await _engine.EndAsync(subject);
        await _engine.OpenGenerationAsync(subject);

        var order = await _engine.BuyAsync(Shop.Order with { Generation = 2 });

        var body = Encoding.UTF8.GetString((await _engine.IntentsAsync(order.Operation.Id)).Single().Body);
        Assert.Contains("hostname: web", body, StringComparison.Ordinal);
        Assert.Equal("web.example.com", (await _engine.ResourceAsync(subject.Id, 2)).Hostname);
    }

    [Fact]
    public async Task A_first_order_has_no_user_data()
    {
        var order = await _engine.BuyAsync(Shop.Order);

        Assert.DoesNotContain("userData", Encoding.UTF8.GetString((await _engine.IntentsAsync(order.Operation.Id)).Single().Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_taken_back()
    {
        var (subject, machine) = await SoldAsync();
        await SetAsync(machine, "web");

        await SetAsync(machine, null);
        await SetAsync(machine, null);

        Assert.Null((await _engine.ResourceAsync(subject.Id)).Hostname);
        Assert.Equal(2, (await _engine.AuditAsync("instance.hostname_set")).Count);
    }

    [Fact]
    public async Task A_suspended_machine_may_have_another_and_a_terminated_one_may_not()
    {
        var (subject, machine) = await SoldAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        Assert.Null((await SetAsync(machine, "web")).Problem);
        await _engine.EndAsync(subject);

        Assert.Equal("compute.terminating", (await SetAsync(machine, "mail")).Problem?.Code);
    }

    [Fact]
    public async Task Another_sources_machine_is_answered_like_an_absent_one()
    {
        var (_, machine) = await SoldAsync();

        Assert.Equal((await SetAsync(new ResourceId("none"), "web", "other")).Problem, (await SetAsync(machine, "web", "other")).Problem);
    }

    [Fact]
    public async Task The_audit_trail_does_not_have_the_name()
    {
        var (_, machine) = await SoldAsync();
        await SetAsync(machine, "anna");

        Assert.DoesNotContain("anna", Assert.Single(await _engine.AuditAsync("instance.hostname_set")).Detail, StringComparison.Ordinal);
    }

    private Task<Result<string?>> SetAsync(ResourceId machine, string? name, string source = "shop") =>
        _engine.Get<SetHostnameHandler>().HandleAsync(new SetHostname(machine, name, source), Shop.Actor, TestContext.Current.CancellationToken);

    private async Task<(Subject Subject, ResourceId Machine)> SoldAsync()
    {
        var subject = (await _engine.BuyAsync(Shop.Order)).Subject;
        return (subject, (await _engine.ResourceAsync(subject.Id)).Id);
    }
}
