using Kontor.Contabo;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.ProviderSecrets;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Secrets stand at the provider only as long as an operation needs them, and only ours are ever touched.</summary>
public sealed class ProviderSecretTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_secret_is_deleted_some_time_after_its_operation_and_not_before()
    {
        await _engine.ResetAsync(await _engine.RunningAsync());
        _engine.Pass(TimeSpan.FromMinutes(9));
        await _engine.SweepSecretsAsync();
        var early = _engine.Cloud.Secrets.Count;

        _engine.Pass(TimeSpan.FromMinutes(2));
        await _engine.SweepSecretsAsync();

        Assert.Equal((1, 0), (early, _engine.Cloud.Secrets.Count));
        Assert.NotNull(Assert.Single(await _engine.AllAsync<ProviderSecret>()).DeletedAt);
        Assert.Single(await _engine.AuditAsync("provider_secret.deleted"));
    }

    [Fact]
    public async Task The_name_says_whose_it_is_and_what_for()
    {
        var reset = await _engine.ResetAsync(await _engine.RunningAsync(), keys: [SampleKeys.Ed25519]);

        Assert.Equal(
            [$"kontor-test-{reset.Id}-password", $"kontor-test-{reset.Id}-ssh-286ed0dd30fe4269"],
            _engine.Cloud.Secrets.Select(secret => secret.Name).Order());
    }

    [Fact]
    public async Task A_secret_whose_answer_was_lost_is_found_by_its_name_and_not_made_twice()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutAfterEffect, "createSecret");

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("succeeded", 1), (reset.State, _engine.Calls("createSecret")));
    }

    [Fact]
    public async Task What_a_late_request_left_twice_is_deleted_with_its_name()
    {
        var machine = await _engine.RunningAsync();
        _engine.Fault(Misbehaviour.TimeoutThenLateEffect, "createSecret");
        var reset = await _engine.ResetAsync(machine);
        _engine.Pass(TimeSpan.FromMinutes(1));
        var twice = _engine.Cloud.Secrets.Count(secret => secret.Name == $"kontor-test-{reset.Id}-password");

        _engine.Pass(TimeSpan.FromMinutes(15));
        await _engine.SweepSecretsAsync();

        Assert.Equal((2, 0), (twice, _engine.Cloud.Secrets.Count));
    }

    [Fact]
    public async Task What_arrives_after_its_row_was_done_with_is_deleted_too()
    {
        var reset = await _engine.ResetAsync(await _engine.RunningAsync());
        _engine.Pass(TimeSpan.FromMinutes(15));
        await _engine.SweepSecretsAsync();
        await StoreAsync($"kontor-test-{reset.Id}-password");

        await _engine.SweepSecretsAsync();

        Assert.Empty(_engine.Cloud.Secrets);
        Assert.Single(await _engine.AuditAsync("provider_secret.stray_deleted"));
    }

    [Fact]
    public async Task What_another_installation_or_a_person_made_is_left_alone_for_ever()
    {
        var reset = await _engine.ResetAsync(await _engine.RunningAsync());
        string[] others =
        [
            $"kontor-other-{reset.Id}-password", $"kontor-test-2-{reset.Id}-password", "kontor-test-backup", $"kontor-test-{reset.Id}-note",
            $"my kontor-test-{reset.Id}-password", $"KONTOR-test-{reset.Id}-password", "password",
        ];
        foreach (var name in others)
        {
            await StoreAsync(name);
        }

        _engine.Pass(TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        await _engine.SweepSecretsAsync();

        Assert.Equal(others.Order(StringComparer.Ordinal), _engine.Cloud.Secrets.Select(secret => secret.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_of_our_name_that_no_row_knows_is_deleted_after_a_day()
    {
        await _engine.RunningAsync();
        await StoreAsync($"kontor-test-{"01ARZ3NDEKTSV4RRFFQ69G5FAV"}-password");
        _engine.Pass(TimeSpan.FromHours(23), TimeSpan.FromHours(1));
        await _engine.SweepSecretsAsync();
        var young = _engine.Cloud.Secrets.Count;

        _engine.Pass(TimeSpan.FromHours(2), TimeSpan.FromHours(1));
        await _engine.SweepSecretsAsync();

        Assert.Equal((1, 0), (young, _engine.Cloud.Secrets.Count));
    }

    [Fact]
    public async Task One_that_somebody_else_deleted_is_done_with()
    {
        await _engine.ResetAsync(await _engine.RunningAsync());
        await Client.Secrets.DeleteAsync(_engine.Cloud.Secrets[0].SecretId, NewRequest(), Cancel);

        _engine.Pass(TimeSpan.FromMinutes(15));
        await _engine.SweepSecretsAsync();

        Assert.NotNull(Assert.Single(await _engine.AllAsync<ProviderSecret>()).DeletedAt);
    }

    [Theory]
    [InlineData(Misbehaviour.FailedList, "retrieveSecretList")]
    [InlineData(Misbehaviour.ShortList, "retrieveSecretList")]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, "deleteSecret")]
    [InlineData(Misbehaviour.ServerErrorAfterEffect, "deleteSecret")]
    [InlineData(Misbehaviour.TooManyRequests, "deleteSecret")]
    public async Task A_sweep_that_fails_is_made_good_by_the_next_one(Misbehaviour misbehaviour, string operation)
    {
        await _engine.ResetAsync(await _engine.RunningAsync());
        _engine.Pass(TimeSpan.FromMinutes(15));
        _engine.Fault(misbehaviour, operation, misbehaviour == Misbehaviour.FailedList ? 4 : 1);
        await _engine.SweepSecretsAsync();

        await _engine.SweepSecretsAsync();

        Assert.Empty(_engine.Cloud.Secrets);
        Assert.NotNull(Assert.Single(await _engine.AllAsync<ProviderSecret>()).DeletedAt);
    }

    [Fact]
    public async Task A_sweep_with_nothing_to_do_writes_nothing()
    {
        await _engine.RunningAsync();
        var before = (await _engine.AllAsync<Engine.Audit.AuditRow>()).Count;

        await _engine.SweepSecretsAsync();

        Assert.Equal((before, 0), ((await _engine.AllAsync<Engine.Audit.AuditRow>()).Count, _engine.Calls("deleteSecret")));
    }

    [Fact]
    public async Task A_value_that_the_provider_refuses_ends_the_wish()
    {
        var machine = await _engine.RunningAsync();
        _engine.Wire.AnswerWritesOf("/v1/secrets", 400, """{"message":"value is not accepted","statusCode":400}""");

        var reset = await _engine.ResetAsync(machine);

        Assert.Equal(("failed", "compute.provider_refused", 0), (reset.State, reset.ProblemCode, _engine.Calls("resetPasswordAction")));
    }

    private IContaboClient Client => _engine.Get<ContaboAccounts>().Default!.Client;

    private RequestId NewRequest() => new(_engine.Get<IIdSource>().NewRequestId());

    private Task<Secret> StoreAsync(string name) => Client.Secrets.CreateAsync(
        new CreateSecretRequest { Name = name, Value = "Abc1!Abc2!", Type = SecretType.Password }, NewRequest(), Cancel);
}
