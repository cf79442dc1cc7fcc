using Kontor.Engine.Common;
using Kontor.Engine.Compute.Search;
using Kontor.Engine.Inventory;
using Kontor.Engine.Privacy;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Compute;
using LinqToDB.Data;

namespace Kontor.Engine.Tests.Inventory;

public sealed class SearchTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_machine_is_found_by_number_id_name_address_and_its_subject()
    {
        var (order, machine) = await MachineAsync();
        var row = (await _engine.AllAsync<InstanceRow>()).Single();
        foreach (var words in new[]
        {
            $"{machine.ProviderId}", $"{machine.ProviderId}"[..6], $"vmi{machine.ProviderId}", machine.Id.Value, machine.Id.Value[..12].ToLowerInvariant(),
            "web", order.Order.Marker, row.IpV4!, row.IpV4![..7], row.IpV6!, row.IpV6!.ToUpperInvariant(),
        })
        {
            Assert.Contains(await FindAsync(words), hit => hit.Resource == machine.Id);
        }

        foreach (var words in new[] { "1001", "100", order.Subject.Id.Value })
        {
            Assert.Contains(await FindAsync(words), hit => hit.Kind == "subject" && hit.Subject == order.Subject.Id);
        }

        Assert.Contains(await FindAsync(order.Order.Id.Value), hit => hit.Kind == "order");
        Assert.Contains(await FindAsync(order.Operation.Id.Value), hit => hit.Kind == "operation");
    }

    [Fact]
    public async Task An_address_at_a_date_is_whoevers_it_was_then_long_after_the_machine_is_gone()
    {
        var (order, machine) = await MachineAsync();
        var ip = (await _engine.AllAsync<InstanceRow>()).Single().IpV4!;
        var during = _engine.Clock.GetUtcNow();
        await _engine.EndAsync(order.Subject);
        _engine.Clock.Advance(TimeSpan.FromDays(40));
        await _engine.SweepAsync();
        await _engine.SweepAsync();
        Assert.Equal(Resource.Gone, (await _engine.ResourceAsync(order.Subject.Id)).State);

        var hit = Assert.Single(await FindAsync(ip, during));
        Assert.Equal(("address", ip, order.Subject.Id, machine.Id), (hit.Kind, hit.Title, hit.Subject, hit.Resource));
        Assert.True(hit.From <= during && hit.To > during);
        Assert.Empty(await FindAsync(ip, during.AddDays(-1)));
        Assert.Empty(await FindAsync(ip, _engine.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Another_source_finds_nothing_by_any_word()
    {
        var (order, machine) = await MachineAsync();
        var ip = (await _engine.AllAsync<InstanceRow>()).Single().IpV4!;
        await ContactAsync(order.Subject.Id, "miller@example.org");
        foreach (var words in new[] { $"{machine.ProviderId}", machine.Id.Value, "web", ip, "1001", order.Subject.Id.Value, order.Operation.Id.Value, order.Order.Id.Value, "miller@example.org" })
        {
            Assert.Empty(await FindAsync(words, source: "other"));
            Assert.NotEmpty(await FindAsync(words, source: "shop"));
        }
    }

    [Fact]
    public async Task An_e_mail_address_finds_all_of_its_client_and_stands_in_no_other_table()
    {
        var (order, _) = await MachineAsync();
        var second = await _engine.OrderAsync(Shop.OrderFor("1002"));
        await ContactAsync(order.Subject.Id, "Miller@Example.org");

        Assert.Equal(
            new[] { order.Subject.Id, second.Subject.Id }.Order(Comparer<SubjectId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value))),
            (await FindAsync("miller@example")).Select(hit => hit.Subject!.Value));
        Assert.DoesNotContain(await _engine.AllAsync<Engine.Audit.AuditRow>(), row => row.Detail.Contains("iller", StringComparison.Ordinal));
        Assert.DoesNotContain(await _engine.AllAsync<OutboxRow>(), row => row.Payload.Contains("iller", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forgotten_address_finds_nobody()
    {
        var (order, _) = await MachineAsync();
        await ContactAsync(order.Subject.Id, "miller@example.org");
        await ContactAsync(order.Subject.Id, null);

        Assert.Empty(await FindAsync("miller@example.org"));
        Assert.NotNull(Assert.Single(await _engine.AllAsync<DataSubject>()).ErasedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("two@example.org three@example.org")]
    [InlineData("Miller <miller@example.org>")]
    public async Task What_is_no_address_is_refused(string email)
    {
        var (order, _) = await MachineAsync();

        var refused = await _engine.Get<SetContactHandler>().HandleAsync(order.Subject.Id, email, Shop.Actor, Cancel);
        Assert.Equal("purchasing.email_invalid", refused.Problem!.Code);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("💥💥💥")]
    [InlineData("'; DROP TABLE resource; --")]
    [InlineData("0")]
    [InlineData("::")]
    [InlineData("999999999999999999999999")]
    public async Task Odd_words_find_nothing_and_harm_nothing(string words)
    {
        await MachineAsync();

        Assert.Empty(await FindAsync(words));
    }

    [Theory]
    [InlineData("SELECT * FROM ip_assignment WHERE ip >= 'a' AND ip < 'b'", "ix_ip_assignment_ip")]
    [InlineData("SELECT * FROM resource WHERE provider_id >= 20 AND provider_id <= 29", "ix_resource_provider")]
    [InlineData("SELECT * FROM subject WHERE external_id >= 'a' AND external_id < 'b'", "ix_subject_external")]
    [InlineData("SELECT * FROM data_subject WHERE email_key >= 'a' AND email_key < 'b'", "ix_data_subject_email")]
    public async Task Ids_and_addresses_are_found_through_an_index(string query, string index)
    {
        var plan = await _engine.Rows.ReadAsync(
            db => Task.FromResult(db.Query<Step>($"EXPLAIN QUERY PLAN {query}").ToList()), Cancel);

        Assert.Contains(plan, step => step.detail!.Contains(index, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<SearchHit>> FindAsync(string words, DateTimeOffset? at = null, string? source = null) =>
        (await _engine.Get<SearchHandler>().HandleAsync(words, at, source is null ? Shop.Person : new Actor(ActorKind.ApiKey, "key", source), Cancel)).Value;

    private async Task ContactAsync(SubjectId subject, string? email) =>
        _ = (await _engine.Get<SetContactHandler>().HandleAsync(subject, email, Shop.Actor, Cancel)).Value;

    private async Task<(Engine.Compute.Create.AcceptedOrder Order, Resource Machine)> MachineAsync()
    {
        var order = await _engine.BuyAsync(Shop.Order);
        _engine.Pass(TimeSpan.FromMinutes(20), step: TimeSpan.FromMinutes(10));
        await _engine.SweepAsync();
        return (order, await _engine.ResourceAsync(order.Subject.Id));
    }

    private sealed record Step
    {
        public string? detail { get; init; }
    }
}
