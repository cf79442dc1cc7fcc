using System.Buffers.Text;
using System.Text.Json;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Tests.Doors;

namespace Kontor.Contabo.Simulator.Tests.Accounts;

public sealed class TokenTests
{
    private readonly CloudRig _rig = new();

    [Fact]
    public async Task Both_tokens_have_the_form_and_claims_of_a_JWT()
    {
        using var api = _rig.Caller();
        var body = (await api.TokenAsync(api.PasswordForm())).Body;

        Assert.Equal((300, 1800), (body.GetProperty("expires_in").GetInt32(), body.GetProperty("refresh_expires_in").GetInt32()));
        foreach (var name in (string[])["access_token", "refresh_token"])
        {
            var claims = Claims(body.GetProperty(name).GetString()!);
            Assert.Equal("demo@example.com", claims.GetProperty("preferred_username").GetString());
            Assert.Equal(AccountSettings.Demo.UserId, claims.GetProperty("sub").GetString());
            Assert.Equal(("DE", "54321"), (claims.GetProperty("tenantId").GetString(), claims.GetProperty("customerId").GetString()));
            Assert.True(claims.GetProperty("exp").GetInt64() > _rig.Clock.GetUtcNow().ToUnixTimeSeconds());
        }
    }

    [Fact]
    public async Task Client_credentials_may_come_by_Basic()
    {
        using var api = _rig.Caller();
        var form = api.PasswordForm();
        form.Remove("client_id");
        form.Remove("client_secret");

        Assert.Equal(200, (await api.TokenAsync(form, "DE-54321:demo-client-secret")).Status);
        Assert.Equal(401, (await api.TokenAsync(form, "DE-54321:wrong")).Status);
    }

    [Theory]
    [InlineData("password", "wrong", 401, "invalid_grant")]
    [InlineData("client_secret", "wrong", 401, "unauthorized_client")]
    [InlineData("client_id", "DE-0", 401, "unauthorized_client")]
    [InlineData("username", "", 400, "invalid_request")]
    [InlineData("grant_type", "", 400, "invalid_request")]
    [InlineData("grant_type", "magic", 400, "unsupported_grant_type")]
    public async Task A_refusal_is_that_of_the_identity_server(string field, string value, int status, string error)
    {
        using var api = _rig.Caller();
        var form = api.PasswordForm();
        form[field] = value;

        var answer = await api.TokenAsync(form);

        Assert.Equal((status, error), (answer.Status, answer.Body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task An_access_token_ends_after_its_lifetime_to_the_second()
    {
        using var api = await _rig.SignedInAsync();

        _rig.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(200, (await api.GetAsync("/v1/data-centers")).Status);
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, (await api.GetAsync("/v1/data-centers")).Status);
    }

    [Fact]
    public async Task A_refresh_token_renews_until_it_is_stale()
    {
        using var api = _rig.Caller();
        var refresh = (await api.TokenAsync(api.PasswordForm())).Body.GetProperty("refresh_token").GetString()!;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = AccountSettings.Demo.ClientId,
            ["client_secret"] = AccountSettings.Demo.ClientSecret,
            ["refresh_token"] = refresh,
        };

        Assert.Equal(200, (await api.TokenAsync(form)).Status);
        _rig.Clock.Advance(TimeSpan.FromSeconds(1800));
        var stale = await api.TokenAsync(form);
        Assert.Equal((400, "Token is not active"), (stale.Status, stale.Body.GetProperty("error_description").GetString()));
    }

    [Fact]
    public async Task Neither_a_refresh_token_nor_a_changed_one_opens_the_API()
    {
        using var api = await _rig.SignedInAsync();
        var good = api.Token!;
        api.Token = (await api.TokenAsync(api.PasswordForm())).Body.GetProperty("refresh_token").GetString();
        Assert.Equal(401, (await api.GetAsync("/v1/data-centers")).Status);
        api.Token = good[..^2] + (good[^2] == 'A' ? "BA" : "AA");
        Assert.Equal(401, (await api.GetAsync("/v1/data-centers")).Status);
        api.Token = "a.b.c";
        Assert.Equal(401, (await api.GetAsync("/v1/data-centers")).Status);
    }

    [Fact]
    public async Task An_account_never_sees_what_belongs_to_another()
    {
        var other = OtherAccount.Settings;
        var rig = new CloudRig(new SimulatorOptions { Accounts = [AccountSettings.Demo, other] });
        using var mine = await rig.SignedInAsync();
        using var theirs = await rig.SignedInAsync(other);
        var id = await mine.OrderAsync();
        rig.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Empty((await theirs.GetAsync("/v1/compute/instances")).Data);
        Assert.Empty((await theirs.GetAsync("/v1/compute/instances/audits")).Data);
        Assert.Equal(404, (await theirs.GetAsync($"/v1/compute/instances/{id}")).Status);
        Assert.Equal(404, (await theirs.SendAsync(HttpMethod.Patch, $"/v1/compute/instances/{id}", new { displayName = "x" })).Status);
        Assert.Equal(404, (await theirs.PostAsync($"/v1/compute/instances/{id}/cancel", new { })).Status);
        Assert.Empty(rig.Cloud.Invoice("INT-99", "2026-11").Lines);
    }

    private static JsonElement Claims(string token)
    {
        var parts = token.Split('.');
        Assert.Equal(3, parts.Length);
        return JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
    }
}
