using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;
using Kontor.Engine.Tests.Common;
using Kontor.Engine.Tests.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Tests.Tenancy;

public sealed class ApiKeyTests : IDisposable
{
    private static readonly Actor Operator = new(ActorKind.Operator, "root");

    private readonly RecordingCheckpoints _writes = new();
    private readonly TestDatabase _test;
    private readonly CreateApiKeyHandler _create;
    private readonly AuthenticateApiKeyHandler _authenticate;

    public ApiKeyTests()
    {
        _test = new(_writes);
        _create = new(_test.Database, new SequentialIds(), _test.Clock);
        _authenticate = new(_test.Database, _test.Clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task A_new_key_opens_the_door_with_what_it_was_given()
    {
        var created = await CreateAsync(source: "shop-eu", scopes: [ApiScopes.OrdersWrite, ApiScopes.CatalogRead, ApiScopes.CatalogRead]);

        var key = (await _authenticate.HandleAsync(created.Token, Cancel)).Value;

        Assert.Equivalent(created.Key, key, strict: true);
        Assert.Equal(("shop-eu", 2), (key.Source, key.Scopes.Count));
        Assert.True(key.Allows(ApiScopes.OrdersWrite));
        Assert.False(key.Allows(ApiScopes.OrdersRead));
    }

    [Fact]
    public async Task The_key_names_its_id_and_carries_256_bits()
    {
        var created = await CreateAsync();

        Assert.Matches($"^kontor_{created.Key.Id}_[0-9a-f]{{64}}$", created.Token);
    }

    [Fact]
    public async Task No_two_keys_share_a_secret()
    {
        var (one, two) = (await CreateAsync(), await CreateAsync());

        Assert.NotEqual(one.Token[^64..], two.Token[^64..]);
    }

    [Fact]
    public async Task The_secret_is_nowhere_but_in_the_answer()
    {
        var created = await CreateAsync();
        var secret = created.Token[^64..];

        var everything = await _test.Database.ReadAsync(
            async db => string.Join('|', await db.QueryToListAsync<string>(
                "SELECT id||name||coalesce(source,'')||scopes||secret_hash FROM api_key UNION ALL SELECT actor||about||detail FROM audit", Cancel)),
            Cancel);

        Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, created.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, $"{ApiKeyTokenOf(created)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_wrong_expired_and_revoked_keys_get_one_answer()
    {
        var good = await CreateAsync();
        var expiring = await CreateAsync(expiresAt: _test.Clock.GetUtcNow().AddHours(1));
        var revoked = await CreateAsync();
        await new RevokeApiKeyHandler(_test.Database).HandleAsync(revoked.Key.Id, Operator, Cancel);
        _test.Clock.Advance(TimeSpan.FromHours(1));
        string?[] bad =
        [
            null, "", "kontor", "kontor__", $"kontor_{SequentialIds.Id(999)}_{good.Token[^64..]}", good.Token[..^1] + (good.Token[^1] == '0' ? '1' : '0'),
            good.Token + "0", good.Token[..^1], good.Token.ToUpperInvariant(), $"Bearer {good.Token}", $"kontor_{good.Key.Id}_{expiring.Token[^64..]}",
            expiring.Token, revoked.Token, new string('x', 100_000),
        ];
        var answers = new HashSet<Problem?>();
        foreach (var token in bad)
        {
            answers.Add((await _authenticate.HandleAsync(token, Cancel)).Problem);
        }

        Assert.Equal("tenancy.key_refused", Assert.Single(answers)?.Code);
        Assert.Null((await _authenticate.HandleAsync(good.Token, Cancel)).Problem);
    }

    [Fact]
    public async Task A_key_works_until_the_instant_it_expires()
    {
        var created = await CreateAsync(expiresAt: _test.Clock.GetUtcNow().AddHours(1));
        _test.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Null((await _authenticate.HandleAsync(created.Token, Cancel)).Problem);

        _test.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await _authenticate.HandleAsync(created.Token, Cancel)).Problem);
    }

    [Fact]
    public async Task Looking_at_a_key_writes_nothing()
    {
        var created = await CreateAsync();
        var before = _writes.Passed.Count;

        await _authenticate.HandleAsync(created.Token, Cancel);

        Assert.Equal(before, _writes.Passed.Count);
    }

    [Fact]
    public async Task Revoking_twice_is_revoking_once()
    {
        var created = await CreateAsync();
        var revoke = new RevokeApiKeyHandler(_test.Database);
        var first = (await revoke.HandleAsync(created.Key.Id, Operator, Cancel)).Value;
        _test.Clock.Advance(TimeSpan.FromDays(1));
        var second = (await revoke.HandleAsync(created.Key.Id, Operator, Cancel)).Value;

        Assert.Equal(first.RevokedAt, second.RevokedAt);
        Assert.Equal(["tenancy.api_key_created", "tenancy.api_key_revoked"], (await AuditAsync()).Select(row => row.Action));
    }

    [Fact]
    public async Task Revoking_a_key_that_is_not_there_says_so()
    {
        var problem = (await new RevokeApiKeyHandler(_test.Database).HandleAsync("nope", Operator, Cancel)).Problem!;

        Assert.Equal((ProblemKind.NotFound, "tenancy.key_not_found"), (problem.Kind, problem.Code));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Every_key_is_listed_the_oldest_first()
    {
        var (one, two) = (await CreateAsync(), await CreateAsync(source: null));

        var listed = await new ListApiKeysHandler(_test.Database).HandleAsync(Cancel);

        Assert.Equal([one.Key.Id, two.Key.Id], listed.Select(key => key.Id));
        Assert.Null(listed[1].Source);
    }

    [Theory]
    [InlineData("", "shop", "orders.read", "tenancy.name_invalid", "name", "1 to 100")]
    [InlineData("till", "my shop", "orders.read", "tenancy.source_invalid", "source", "'my shop' cannot name a source")]
    [InlineData("till", "", "orders.read", "tenancy.source_invalid", "source", "1 to 32 letters")]
    [InlineData("till", "shop\n", "orders.read", "tenancy.source_invalid", "source", "1 to 32 letters")]
    [InlineData("till", "x23456789012345678901234567890123", "orders.read", "tenancy.source_invalid", "source", "1 to 32 letters")]
    [InlineData("till", "shop", "orders.eat", "tenancy.scope_unknown", "scopes", "no scope 'orders.eat': use orders.write, orders.read")]
    [InlineData("till", "shop", "", "tenancy.scopes_missing", "scopes", "one or more of orders.write")]
    public async Task A_wrong_wish_is_refused_with_the_cure(string name, string source, string scopes, string code, string field, string cure)
    {
        var wish = new CreateApiKey(name, source, scopes.Split(',', StringSplitOptions.RemoveEmptyEntries));

        var problem = (await _create.HandleAsync(wish, Operator, Cancel)).Problem!;

        Assert.Equal((ProblemKind.Invalid, code, field), (problem.Kind, problem.Code, problem.Field));
        Assert.Contains(cure, problem.Detail, StringComparison.Ordinal);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task An_expiry_that_has_passed_is_refused()
    {
        var wish = new CreateApiKey("till", "shop", [ApiScopes.OrdersRead], _test.Clock.GetUtcNow());

        Assert.Equal("tenancy.expiry_passed", (await _create.HandleAsync(wish, Operator, Cancel)).Problem?.Code);
    }

    private static string ApiKeyTokenOf(CreatedApiKey created) =>
        ApiKeyToken.TryParse(created.Token, out var token) ? token.ToString() : throw new InvalidOperationException("unreadable");

    private async Task<CreatedApiKey> CreateAsync(
        string? source = "shop", IReadOnlyList<string>? scopes = null, DateTimeOffset? expiresAt = null) =>
        (await _create.HandleAsync(new("till", source, scopes ?? [ApiScopes.OrdersRead], expiresAt), Operator, Cancel)).Value;

    private Task<List<AuditRow>> AuditAsync() =>
        _test.Database.ReadAsync(db => db.GetTable<AuditRow>().OrderBy(row => row.Sequence).ToListAsync(Cancel), Cancel);
}
