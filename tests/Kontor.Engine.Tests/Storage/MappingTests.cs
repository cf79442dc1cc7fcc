using Kontor.Engine.Common;
using Kontor.Engine.Tests.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Tests.Storage;

public sealed class MappingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _test = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await _test.Database.WriteAsync("test.table", async unit => await unit.Db.CreateTableAsync<ThingRow>(token: Cancel), Cancel);

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_mapped_type_comes_back_as_it_was_stored()
    {
        var thing = Thing("op1", Noon.AddTicks(TimeSpan.TicksPerMillisecond * 7));
        await InsertAsync(thing);

        var read = Assert.Single(await ReadAsync(things => things));

        Assert.Equivalent(thing, read, strict: true);
    }

    [Fact]
    public async Task Nulls_come_back_as_nulls()
    {
        await InsertAsync(new ThingRow { Id = new("op1"), CreatedAt = Noon, Currency = Currency.Eur });

        var read = Assert.Single(await ReadAsync(things => things));

        Assert.Null(read.DueAt);
        Assert.Null(read.EndsOn);
        Assert.Null(read.SubjectId);
        Assert.Null(read.NextState);
    }

    [Fact]
    public async Task Columns_hold_text_and_numbers_that_other_programs_can_read()
    {
        await InsertAsync(Thing("op1", Noon));

        var raw = await _test.Database.ReadAsync(
            async db => (await db.QueryToListAsync<string>(
                "SELECT id||'|'||state||'|'||next_state||'|'||due_at||'|'||ends_on||'|'||subject_id||'|'||currency||'|'||provider_id FROM thing",
                Cancel)).Single(),
            Cancel);

        Assert.Equal("op1|needs_attention|succeeded|1793620800000|2026-11-30|s1|EUR|4711", raw);
    }

    [Fact]
    public async Task An_instant_with_an_offset_is_stored_as_the_instant_it_is()
    {
        await InsertAsync(Thing("op1", Noon.ToOffset(TimeSpan.FromHours(2))));

        Assert.Single(await ReadAsync(things => things.Where(thing => thing.DueAt == Noon)));
    }

    [Fact]
    public async Task A_where_clause_compares_instants()
    {
        await InsertAsync(Thing("op1", Noon), Thing("op2", Noon.AddMinutes(1)));
        var now = Noon;

        var due = await ReadAsync(things => things.Where(thing => thing.DueAt <= now));

        Assert.Equal("op1", Assert.Single(due).Id.Value);
    }

    [Fact]
    public async Task A_where_clause_follows_the_variable_it_was_given()
    {
        await InsertAsync(Thing("op1", Noon), Thing("op2", Noon.AddMinutes(1)));
        var found = new List<int>();
        foreach (var now in new[] { Noon.AddMinutes(-1), Noon, Noon.AddMinutes(1) })
        {
            found.Add((await ReadAsync(things => things.Where(thing => thing.DueAt <= now))).Count);
        }

        Assert.Equal([0, 1, 2], found);
    }

    [Fact]
    public async Task A_where_clause_compares_ids_days_currencies_and_states()
    {
        await InsertAsync(Thing("op1", Noon), Thing("op2", Noon));
        var (id, subject, day, currency, state) =
            (new OperationId("op2"), new SubjectId("s1"), new DateOnly(2026, 11, 30), Currency.Parse("EUR"), ThingState.NeedsAttention);

        var found = await ReadAsync(things => things.Where(thing =>
            thing.Id == id && thing.SubjectId == subject && thing.EndsOn <= day && thing.Currency == currency && thing.State == state
            && thing.ProviderId == new ProviderInstanceId(4711)));

        Assert.Equal("op2", Assert.Single(found).Id.Value);
    }

    [Fact]
    public async Task A_where_clause_knows_states_written_in_the_query_and_lists_of_states()
    {
        await InsertAsync(Thing("op1", Noon), new ThingRow { Id = new("op2"), CreatedAt = Noon, Currency = Currency.Eur });
        ThingState[] open = [ThingState.Pending, ThingState.NeedsAttention];

        Assert.Single(await ReadAsync(things => things.Where(thing => thing.State == ThingState.NeedsAttention)));
        Assert.Equal(2, (await ReadAsync(things => things.Where(thing => open.Contains(thing.State)))).Count);
        Assert.Empty(await ReadAsync(things => things.Where(thing => thing.State == ThingState.Succeeded)));
    }

    [Fact]
    public async Task Lists_of_ids_select_their_rows()
    {
        await InsertAsync(Thing("op1", Noon), Thing("op2", Noon), Thing("op3", Noon));
        OperationId[] wanted = [new("op1"), new("op3")];

        var found = await ReadAsync(things => things.Where(thing => wanted.Contains(thing.Id)).OrderBy(thing => thing.Id));

        Assert.Equal(["op1", "op3"], found.Select(thing => thing.Id.Value));
    }

    [Fact]
    public async Task Instants_order_and_aggregate_as_instants()
    {
        await InsertAsync(Thing("op1", Noon.AddHours(3)), Thing("op2", Noon), Thing("op3", null));

        var ordered = await ReadAsync(things => things.Where(thing => thing.DueAt != null).OrderByDescending(thing => thing.DueAt));
        var first = await _test.Database.ReadAsync(
            db => db.GetTable<ThingRow>().MinAsync(thing => thing.DueAt, Cancel), Cancel);

        Assert.Equal(["op1", "op2"], ordered.Select(thing => thing.Id.Value));
        Assert.Equal(Noon, first);
    }

    [Fact]
    public async Task An_update_that_no_row_fits_changes_nothing_and_says_so()
    {
        await InsertAsync(Thing("op1", Noon));

        Assert.Equal(0, await MoveAsync(from: ThingState.Pending, to: ThingState.Succeeded));
        Assert.Equal(1, await MoveAsync(from: ThingState.NeedsAttention, to: ThingState.Succeeded));
        var read = Assert.Single(await ReadAsync(things => things));
        Assert.Equal((ThingState.Succeeded, null, Noon.AddMinutes(5)), (read.State, read.NextState, read.DueAt));
    }

    [Fact]
    public async Task A_state_this_program_does_not_know_is_an_error_and_not_another_state()
    {
        await InsertAsync(Thing("op1", Noon));
        await _test.Database.WriteAsync("test.raw", unit => unit.Db.ExecuteAsync("UPDATE thing SET state='melted'"), Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(things => things));
    }

    private static ThingRow Thing(string id, DateTimeOffset? due) => new()
    {
        Id = new(id),
        State = ThingState.NeedsAttention,
        NextState = ThingState.Succeeded,
        DueAt = due,
        CreatedAt = Noon,
        EndsOn = new(2026, 11, 30),
        SubjectId = new("s1"),
        Currency = Currency.Eur,
        ProviderId = new(4711),
        Simulated = true,
    };

    private Task<int> MoveAsync(ThingState from, ThingState to) => _test.Database.WriteAsync(
        "test.moved",
        unit =>
        {
            var later = Noon.AddMinutes(5);
            return unit.Db.GetTable<ThingRow>()
                .Where(thing => thing.Id == new OperationId("op1") && thing.State == from)
                .Set(thing => thing.State, to)
                .Set(thing => thing.NextState, (ThingState?)null)
                .Set(thing => thing.DueAt, later)
                .UpdateAsync(Cancel);
        },
        Cancel);

    private Task InsertAsync(params ThingRow[] things) => _test.Database.WriteAsync(
        "test.inserted",
        async unit =>
        {
            foreach (var thing in things)
            {
                await unit.Db.InsertAsync(thing, token: Cancel);
            }
        },
        Cancel);

    private Task<List<ThingRow>> ReadAsync(Func<IQueryable<ThingRow>, IQueryable<ThingRow>> query) =>
        _test.Database.ReadAsync(db => query(db.GetTable<ThingRow>()).ToListAsync(Cancel), Cancel);
}
