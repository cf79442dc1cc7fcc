using System.Text.Json;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Tests.Doors;

namespace Kontor.Contabo.Simulator.Tests.Secrets;

public sealed class SecretTests
{
    private readonly CloudRig _rig = new();

    [Fact]
    public async Task The_value_is_shown_by_the_read_of_one_secret_alone()
    {
        using var api = await _rig.SignedInAsync();
        var created = await api.PostAsync("/v1/secrets", new { name = "root", type = "password", value = "PwdA?2092w#" });

        Assert.False(created.First.TryGetProperty("value", out _));
        Assert.False((await api.GetAsync("/v1/secrets")).First.TryGetProperty("value", out _));
        Assert.Equal("PwdA?2092w#", (await api.GetAsync("/v1/secrets/1001")).First.GetProperty("value").GetString());
        Assert.DoesNotContain("PwdA", (await api.GetAsync("/v1/secrets/audits")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_can_be_used_changed_and_deleted()
    {
        using var api = await _rig.SignedInAsync();
        await api.PostAsync("/v1/secrets", new { name = "root", type = "password", value = "PwdA?2092w#" });

        var order = await api.PostAsync("/v1/compute/instances", new { period = 1, rootPassword = 1001 });
        Assert.Equal(201, order.Status);
        var changed = await api.SendAsync(HttpMethod.Patch, "/v1/secrets/1001", new { name = "other" });
        Assert.Equal((200, false), (changed.Status, changed.Body.TryGetProperty("data", out _)));
        Assert.Equal(204, (await api.SendAsync(HttpMethod.Delete, "/v1/secrets/1001", null)).Status);
        Assert.Equal(404, (await api.GetAsync("/v1/secrets/1001")).Status);
    }

    [Fact]
    public async Task An_SSH_key_is_no_password()
    {
        using var api = await _rig.SignedInAsync();
        Assert.Equal(201, (await api.PostAsync("/v1/secrets", new { name = "key", type = "ssh", value = "ssh-ed25519 AAAA" })).Status);

        Assert.Equal(500, (await api.PostAsync("/v1/compute/instances", new { period = 1, rootPassword = 1001 })).Status);
        Assert.Equal(201, (await api.PostAsync("/v1/compute/instances", new { period = 1, sshKeys = (int[])[1001] })).Status);
        Assert.Equal(JsonValueKind.Array, (await api.GetAsync("/v1/secrets?type=password")).Body.GetProperty("data").ValueKind);
    }

    [Theory]
    [InlineData("Abcdef1!?", true)]
    [InlineData("Abcde123!", true)]
    [InlineData("Abcdef12!", false)]
    [InlineData("abcde123!", false)]
    [InlineData("ABCDE123!", false)]
    [InlineData("Abcdefg!?", false)]
    [InlineData("Abcde123%", false)]
    public void A_password_follows_the_prose(string value, bool holds) => Assert.Equal(holds, PasswordRule.Holds(value));
}
