using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute.Create;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Keys that come with an order stand at the provider before it is sent, and are sealed with it.</summary>
public sealed class OrderKeyTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    private static OrderInstance WithKeys => Shop.Order with { SshKeys = [SampleKeys.Ed25519, SampleKeys.Ecdsa256] };

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task The_machine_that_is_bought_has_the_keys_and_they_are_deleted_afterwards()
    {
        await _engine.BuyAsync(WithKeys);
        var machine = Assert.Single(_engine.Cloud.Instances);
        var keys = machine.SshKeys.Select(id => _engine.Cloud.Secrets.Single(secret => secret.SecretId == id).Value).ToList();
        _engine.Pass(TimeSpan.FromMinutes(15));
        await _engine.SweepSecretsAsync();

        Assert.Equal([SampleKeys.Ed25519, SampleKeys.Ecdsa256], keys);
        Assert.Empty(_engine.Cloud.Secrets);
    }

    [Fact]
    public async Task An_order_without_keys_makes_no_secret()
    {
        await _engine.BuyAsync(Shop.Order);

        Assert.Equal(0, _engine.Calls("createSecret") + _engine.Calls("retrieveSecretList"));
    }

    [Fact]
    public async Task The_same_order_with_other_keys_is_another_order()
    {
        await _engine.OrderAsync(WithKeys);

        var differs = (await _engine.TryOrderAsync(Shop.Order)).Problem;

        Assert.Equal("purchasing.order_sealed", differs?.Code);
        Assert.Contains("sshKeys", differs!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_bought_while_its_keys_cannot_be_stored()
    {
        _engine.Fault(Misbehaviour.ServerErrorBeforeEffect, "createSecret", 5);
        var order = await _engine.OrderAsync(WithKeys);
        _engine.Pass(TimeSpan.FromMinutes(1));
        var bought = _engine.Cloud.PurchaseLog.Count;

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(order.Operation.Id)).State);
        Assert.Equal((0, 1), (bought, _engine.Cloud.PurchaseLog.Count));
        Assert.Equal(2, _engine.Cloud.Secrets.Count);
    }

    [Fact]
    public async Task A_key_that_the_provider_refuses_refuses_the_order_and_nothing_is_bought()
    {
        _engine.Wire.AnswerWritesOf("/v1/secrets", 400, """{"message":"value is not accepted","statusCode":400}""");
        var order = await _engine.OrderAsync(WithKeys);

        var refused = await _engine.RunUntilAtRestAsync(order.Operation.Id);

        Assert.Equal(("refused", "compute.provider_refused"), (refused.State, refused.ProblemCode));
        Assert.Empty(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task An_order_that_was_refused_long_ago_and_is_sent_again_gets_its_keys_anew()
    {
        _engine.Fault(Misbehaviour.TooManyRequests, "createInstance");
        var order = await _engine.OrderAsync(WithKeys);
        Assert.Equal("refused", (await _engine.RunUntilAtRestAsync(order.Operation.Id)).State);
        _engine.Pass(TimeSpan.FromMinutes(15));
        await _engine.SweepSecretsAsync();
        Assert.Empty(_engine.Cloud.Secrets);

        await _engine.BuyAsync(WithKeys);

        Assert.Equal(2, Assert.Single(_engine.Cloud.Instances).SshKeys.Count(id => _engine.Cloud.Secrets.Any(secret => secret.SecretId == id)));
    }

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIV" + "ATE KEY-----", "compute.private_key_sent")]
    [InlineData("command=\"reboot\" ssh-ed25519 AAAA", "compute.invalid_field")]
    [InlineData(SampleKeys.Rsa1024, "compute.invalid_field")]
    [InlineData("ssh-ed25519 😀", "compute.invalid_field")]
    public async Task A_bad_key_is_refused_before_anything_is_kept(string key, string code)
    {
        var refused = (await _engine.TryOrderAsync(Shop.Order with { SshKeys = [SampleKeys.Ed25519, key] })).Problem;

        Assert.Equal((code, "sshKeys[1]"), (refused?.Code, refused?.Field));
        Assert.False(_engine.FilesHave("BEGIN OPENSSH"));
    }

    [Theory]
    [InlineData("provider_secret.wanted/committed")]
    [InlineData("provider_secret.call/not_sent")]
    [InlineData("provider_secret.call/answered")]
    [InlineData("provider_secret.stored/before")]
    [InlineData("provider_secret.stored/committed")]
    public async Task A_process_that_dies_while_the_keys_are_stored_buys_one_machine_with_them(string place)
    {
        _engine.Start(new KilledAt(place));
        var order = await _engine.OrderAsync(WithKeys);
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(order.Operation.Id)).State);
        Assert.Equal(2, Assert.Single(_engine.Cloud.Instances).SshKeys.Count);
        Assert.Equal(2, _engine.Cloud.Secrets.Count);
    }
}
