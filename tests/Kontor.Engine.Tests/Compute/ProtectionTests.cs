using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Protections: what a machine is protected from is refused until the protection is lifted.</summary>
public sealed class ProtectionTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_machine_that_is_protected_from_its_end_is_not_terminated()
    {
        var (subject, machine) = await SoldAsync();
        await ProtectAsync(machine, delete: true);

        var refused = (await TryTerminateAsync(subject)).Problem;
        _engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal("compute.protected", refused?.Code);
        Assert.Contains($"/api/v1/instances/{machine}/protection", refused!.Detail, StringComparison.Ordinal);
        Assert.Equal(0, _engine.Calls("cancelInstance"));
    }

    [Fact]
    public async Task A_refused_terminate_is_refused_again_and_done_once_the_protection_is_lifted()
    {
        var (subject, machine) = await SoldAsync();
        await ProtectAsync(machine, delete: true);
        await TryTerminateAsync(subject, "key");
        Assert.Equal("compute.protected", (await TryTerminateAsync(subject, "key")).Problem?.Code);

        await ProtectAsync(machine);
        var terminate = (await TryTerminateAsync(subject, "key")).Value;

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(terminate.Id)).State);
    }

    [Fact]
    public async Task Protection_from_losing_its_disk_does_not_keep_a_machine_from_its_end()
    {
        var (subject, machine) = await SoldAsync();
        await ProtectAsync(machine, rebuild: true);

        Assert.Null((await TryTerminateAsync(subject)).Problem);
    }

    [Fact]
    public async Task A_protection_is_asked_for_by_its_own_kind()
    {
        var (subject, machine) = await SoldAsync();
        await ProtectAsync(machine, rebuild: true);
        var resource = await _engine.ResourceAsync(subject.Id);

        Assert.Equal("compute.protected", await RefusalAsync(ProtectionKind.Rebuild));
        Assert.Null(await RefusalAsync(ProtectionKind.Delete));

        Task<string?> RefusalAsync(ProtectionKind kind) => _engine.Rows.WriteAsync(
            "test.rule", async unit => (await ProtectionRules.RefusalAsync(unit, resource, kind))?.Code, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_ends_already_cannot_be_protected_from_its_end()
    {
        var (subject, machine) = await SoldAsync();
        await _engine.EndAsync(subject);

        Assert.Equal("compute.terminating", (await TryProtectAsync(machine, delete: true)).Problem?.Code);
        Assert.Null((await TryProtectAsync(machine, rebuild: true)).Problem);
    }

    [Fact]
    public async Task The_same_protection_again_changes_nothing_and_leaves_no_trace()
    {
        var (_, machine) = await SoldAsync();
        await ProtectAsync(machine, delete: true);
        await ProtectAsync(machine, delete: true);

        Assert.Single(await _engine.AuditAsync("instance.protected"));
    }

    [Fact]
    public async Task A_machine_shows_what_it_is_protected_from()
    {
        var (_, machine) = await SoldAsync();
        await ProtectAsync(machine, delete: true);

        var shown = (await _engine.Get<ShowInstancesHandler>().FindAsync(machine, Shop.Actor, TestContext.Current.CancellationToken)).Value;

        Assert.Equal((true, false), (shown.Protection!.Delete, shown.Protection.Rebuild));
    }

    [Fact]
    public async Task Another_sources_machine_is_answered_like_an_absent_one()
    {
        var (_, machine) = await SoldAsync();

        var foreign = (await TryProtectAsync(machine, delete: true, source: "other")).Problem;

        Assert.Equal((await TryProtectAsync(new ResourceId("none"), source: "other")).Problem, foreign);
        Assert.Empty(await _engine.AllAsync<Protection>());
    }

    [Theory]
    [InlineData("protection.set/before", false)]
    [InlineData("protection.set/uncommitted", false)]
    [InlineData("protection.set/committed", true)]
    public async Task A_process_that_dies_on_the_way_has_set_all_of_it_or_nothing(string place, bool set)
    {
        var (_, machine) = await SoldAsync();
        _engine.Start(new KilledAt(place));
        await Assert.ThrowsAnyAsync<Exception>(() => TryProtectAsync(machine, delete: true));

        Assert.Equal(set, (await _engine.AllAsync<Protection>()).Count == 1 && (await _engine.AuditAsync("instance.protected")).Count == 1);
    }

    private Task<Result<Protection>> TryProtectAsync(ResourceId machine, bool delete = false, bool rebuild = false, string source = "shop") =>
        _engine.Get<ProtectInstanceHandler>().HandleAsync(
            new ProtectInstance(machine, delete, rebuild, source), Shop.Actor, TestContext.Current.CancellationToken);

    private async Task ProtectAsync(ResourceId machine, bool delete = false, bool rebuild = false) =>
        Assert.Null((await TryProtectAsync(machine, delete, rebuild)).Problem);

    private Task<Result<Engine.Operations.Operation>> TryTerminateAsync(Subject subject, string? key = null) =>
        _engine.Get<TerminateSubjectHandler>().HandleAsync(
            new TerminateSubject(subject.Id, 1, subject.Fingerprint, "shop"), key ?? Shop.NewKey(), Shop.Actor, TestContext.Current.CancellationToken);

    private async Task<(Subject Subject, ResourceId Machine)> SoldAsync()
    {
        var subject = (await _engine.BuyAsync(Shop.Order)).Subject;
        return (subject, (await _engine.ResourceAsync(subject.Id)).Id);
    }
}
