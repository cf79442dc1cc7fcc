using Kontor.Server.Tests.Host;
using Microsoft.Data.Sqlite;

namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>Sees whether anything was written, to the database or to the provider.</summary>
internal sealed class Watch : IDisposable
{
    private readonly KontorUnderTest _kontor;
    private readonly SqliteConnection _connection;
    private (long Database, int Writes) _before;

    public Watch(KontorUnderTest kontor)
    {
        (_kontor, _connection) = (kontor, kontor.OpenDatabase());
        Begin();
    }

    /// <summary>Takes what is now as what was before.</summary>
    public void Begin() => _before = Now();

    /// <summary>What was written since.</summary>
    public IEnumerable<string> Changes()
    {
        var (database, writes) = Now();
        return [.. database != _before.Database ? (string[])["the database was written to"] : [], .. writes != _before.Writes ? (string[])["the provider was written to"] : []];
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>SQLite's own number, which changes with each commit of another connection.</summary>
    private (long Database, int Writes) Now()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return ((long)command.ExecuteScalar()!, _kontor.Cloud.Requests.Count(request => request.Method != "GET" && request.OperationId != "token"));
    }
}
