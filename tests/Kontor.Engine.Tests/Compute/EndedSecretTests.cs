using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Tests.Compute;

/// <summary>When a machine is terminated, its customer's secrets are void: links in the same transaction, what stands at the provider at once.</summary>
public sealed class EndedSecretTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_link_of_a_terminated_machine_shows_nothing_like_one_that_has_expired()
    {
        var (subject, reset) = await ResetAsync();
        var link = await LinkOfAsync(reset.Id);

        await _engine.TerminateAsync(subject);

        Assert.Null(await OpenAsync(link));
        Assert.Null(await _engine.Get<RevealSecretHandler>().PurposeAsync(TokenOf(link), Cancel));
        Assert.Equal("secrets.expired", (await TryLinkAsync(reset.Id)).Problem!.Code);
    }

    [Fact]
    public async Task Its_row_says_from_when_it_was_shown_to_nobody_and_the_audit_who_ended_it()
    {
        var (subject, reset) = await ResetAsync();
        await _engine.TerminateAsync(subject);
        await _engine.TerminateAsync(subject);

        var row = Assert.Single(await _engine.AllAsync<OneTimeLink>());
        Assert.Equal((null, null, _engine.Clock.GetUtcNow()), (row.Sealed, row.UsedAt, row.ExpiresAt));
        var audited = Assert.Single(await _engine.AuditAsync("secret.revoked"));
        Assert.Equal((row.Id, "shop"), (audited.About, row.Source));
        Assert.Equal(reset.Id, row.OperationId);
    }

    [Theory]
    [InlineData("terminate.accept/uncommitted", true)]
    [InlineData("terminate.accept/committed", false)]
    public async Task Lock_and_links_are_one_transaction(string place, bool shows)
    {
        var (subject, reset) = await ResetAsync();
        var link = await LinkOfAsync(reset.Id);
        _engine.Start(new KilledAt(place));
        await Assert.ThrowsAnyAsync<Exception>(() => _engine.TerminateAsync(subject));
        _engine.Start();

        Assert.Equal(shows, (await _engine.AllAsync<Termination>()).Count == 0);
        Assert.Equal(shows, await OpenAsync(link) is not null);
    }

    [Fact]
    public async Task A_machine_that_runs_on_until_its_end_keeps_its_links_until_it_is_locked()
    {
        var (subject, reset) = await ResetAsync();
        var link = await LinkOfAsync(reset.Id);
        await EndAsync(subject, stop: false);
        Assert.NotNull(await _engine.Get<RevealSecretHandler>().PurposeAsync(TokenOf(link), Cancel));

        await EndAsync(subject, stop: true);

        Assert.Null(await OpenAsync(link));
    }

    [Fact]
    public async Task Another_machines_secrets_stay()
    {
        var (subject, _) = await ResetAsync();
        var other = (await _engine.BuyAsync(Shop.OrderFor("1002"))).Subject;
        var reset = await _engine.ResetAsync((await _engine.ResourceAsync(other.Id)).Id);

        await _engine.TerminateAsync(subject);
        await _engine.SweepSecretsAsync();

        Assert.NotNull(await _engine.RevealAsync(reset.Id));
        Assert.Equal($"kontor-test-{reset.Id}-password", Assert.Single(_engine.Cloud.Secrets).Name);
    }

    [Fact]
    public async Task What_stands_at_the_provider_is_deleted_at_the_next_look_without_grace()
    {
        var (subject, reset) = await ResetAsync();
        await _engine.SweepSecretsAsync();
        Assert.Single(_engine.Cloud.Secrets);

        await _engine.TerminateAsync(subject);
        await _engine.SweepSecretsAsync();

        Assert.Empty(_engine.Cloud.Secrets);
        Assert.Equal(reset.Id, Assert.Single(await _engine.AllAsync<ProviderSecret>()).OperationId);
        Assert.Single(await _engine.AuditAsync("provider_secret.ended"));
    }

    [Fact]
    public async Task What_an_operation_still_needs_stays_until_it_is_over_and_not_a_moment_longer()
    {
        var (subject, machine) = await BuyAsync();
        var reset = await SentAsync(machine);
        await _engine.TerminateAsync(subject);
        await _engine.SweepSecretsAsync();
        Assert.Single(_engine.Cloud.Secrets);

        await _engine.RunUntilAtRestAsync(reset);
        await _engine.SweepSecretsAsync();

        Assert.Empty(_engine.Cloud.Secrets);
    }

    [Theory]
    [InlineData(false, "succeeded")]
    [InlineData(true, "failed")]
    public async Task A_password_that_is_set_after_its_machine_was_locked_is_shown_to_nobody(bool lost, string ends)
    {
        var (subject, machine) = await BuyAsync();
        var reset = await SentAsync(machine, lost);
        await _engine.TerminateAsync(subject);

        Assert.Equal(ends, (await _engine.RunUntilAtRestAsync(reset)).State);
        Assert.Empty(await _engine.AllAsync<OneTimeLink>());
        Assert.Equal("secrets.not_found", (await TryLinkAsync(reset)).Problem!.Code);
    }

    [Fact]
    public async Task A_link_that_was_used_stays_as_it_was()
    {
        var (subject, reset) = await ResetAsync();
        await _engine.RevealAsync(reset.Id);
        var before = Assert.Single(await _engine.AllAsync<OneTimeLink>());
        _engine.Pass(TimeSpan.FromMinutes(1));

        await _engine.TerminateAsync(subject);

        Assert.Equal((before.UsedAt, before.ExpiresAt), (Assert.Single(await _engine.AllAsync<OneTimeLink>()).UsedAt, before.ExpiresAt));
        Assert.Empty(await _engine.AuditAsync("secret.revoked"));
        Assert.Equal("secrets.already_revealed", (await TryLinkAsync(reset.Id)).Problem!.Code);
    }

    private async Task<(Subject Subject, ResourceId Machine)> BuyAsync()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        return (order.Subject, (await _engine.ResourceAsync(order.Subject.Id)).Id);
    }

    private async Task<(Subject Subject, Operation Reset)> ResetAsync()
    {
        var (subject, machine) = await BuyAsync();
        return (subject, await _engine.ResetAsync(machine));
    }

    /// <summary>A reset that was sent and is not yet seen to have its effect.</summary>
    private async Task<OperationId> SentAsync(ResourceId machine, bool lost = false)
    {
        if (lost)
        {
            _engine.Fault(Misbehaviour.TimeoutAfterEffect, "resetPasswordAction");
        }

        var reset = (await _engine.TryResetAsync(machine)).Value.Id;
        _engine.Pass(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
        Assert.Equal(1, _engine.Calls("resetPasswordAction"));
        Assert.Equal("running", (await _engine.OperationAsync(reset)).Status);
        return reset;
    }

    private async Task EndAsync(Subject subject, bool stop) => Assert.Null((await _engine.Get<TerminateSubjectHandler>().HandleAsync(
        new TerminateSubject(subject.Id, 1, subject.Fingerprint, "shop") { Stop = stop }, $"end-{stop}", Shop.Actor, Cancel)).Problem);

    private Task<Result<MadeLink>> TryLinkAsync(OperationId operation) =>
        _engine.Get<MakeLinkHandler>().HandleAsync(operation, "shop", "link-1", Shop.Actor, Cancel);

    private async Task<string> LinkOfAsync(OperationId operation) => (await TryLinkAsync(operation)).Value.Path;

    private async Task<string?> OpenAsync(string link) => (await _engine.Get<RevealSecretHandler>().RevealAsync(TokenOf(link), null, Cancel))?.Reveal();

    private static string TokenOf(string link) => link["/reveal/".Length..];
}
