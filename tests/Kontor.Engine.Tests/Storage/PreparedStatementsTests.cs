using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Tests.Storage;

public sealed class PreparedStatementsTests : IDisposable
{
    private readonly TestDatabase _test = new();
    private readonly SqliteConnection _connection;

    public PreparedStatementsTests()
    {
        _connection = new SqliteConnection(_test.ConnectionString);
        _connection.Open();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _connection.Dispose();
        _test.Dispose();
    }

    [Fact]
    public void A_text_seen_before_runs_on_the_command_that_ran_it_then()
    {
        var first = Ask("SELECT 1");
        first.Dispose();

        Assert.Same(first, Ask("SELECT 1"));
    }

    [Fact]
    public void A_command_in_use_is_not_shared()
    {
        var first = Ask("SELECT 1");

        Assert.NotSame(first, Ask("SELECT 1"));
    }

    [Fact]
    public void A_command_carries_the_values_of_its_last_asker_alone()
    {
        using (var first = Ask("SELECT $value", ("$value", 1L)))
        {
            Assert.Equal(1L, first.ExecuteScalar());
        }

        using var second = Ask("SELECT $value", ("$value", 2L));

        Assert.Equal(2L, second.ExecuteScalar());
    }

    [Fact]
    public void A_command_reused_for_another_text_runs_that_text_and_stays_prepared_for_its_own()
    {
        var first = Ask("SELECT 1");
        first.CommandText = "SELECT 2";

        using var second = Exchange(first);

        Assert.Equal(2L, second.ExecuteScalar());
        Assert.Same(first, Ask("SELECT 1"));
    }

    [Fact]
    public async Task A_query_with_a_text_that_could_be_null_is_translated_once()
    {
        using var db = new DataConnection(new DataOptions().UseConnectionString(Mapping.Provider, _test.ConnectionString)
            .UseMappingSchema(Mapping.Schema).UseCompareNulls(CompareNulls.LikeSql));
        await OperationStore.FindByKeyAsync(db, "one");
        var first = db.LastQuery;

        await OperationStore.FindByKeyAsync(db, "two");

        Assert.Same(first, db.LastQuery);
    }

    [Fact]
    public async Task Nothing_equals_null()
    {
        string? nobody = null;

        var found = await _test.Database.ReadAsync(db => db.GetTable<Operation>().CountAsync(row => row.LeaseOwner == nobody, Cancel), Cancel);

        Assert.Equal(0, found);
    }

    private SqliteCommand Ask(string text, params (string Name, object Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return Exchange(command);
    }

    private static SqliteCommand Exchange(SqliteCommand command) =>
        (SqliteCommand)PreparedStatements.Instance.CommandInitialized(default, command);
}
