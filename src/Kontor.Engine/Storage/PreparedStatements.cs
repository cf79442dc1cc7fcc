using System.Data.Common;
using System.Runtime.CompilerServices;
using LinqToDB.Interceptors;
using Microsoft.Data.Sqlite;

namespace Kontor.Engine.Storage;

/// <summary>Keeps the statements of a connection prepared, so that SQLite parses and plans each text once.</summary>
/// <remarks>
/// The driver prepares a statement for each command, and linq2db makes a command for each query. Here a command with a
/// text seen before is exchanged for the one that ran it last, which comes back when linq2db is done with it.
/// </remarks>
internal sealed class PreparedStatements : CommandInterceptor
{
    /// <summary>Kontor has some hundred texts; lists of values make more, and those must not pile up.</summary>
    private const int MostTexts = 400;

    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, Prepared>> _connections = [];

    /// <summary>Gets the one for all connections: queries that linq2db has translated are shared by those with the same options.</summary>
    public static PreparedStatements Instance { get; } = new();

    public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
    {
        if (command is not SqliteCommand { Connection: { } connection } asked || command is Prepared { IsAsked: true })
        {
            return command;
        }

        var known = _connections.GetOrCreateValue(connection);
        if (!known.Remove(asked.CommandText, out var prepared))
        {
            prepared = new Prepared(asked.CommandText, connection, known);
        }

        prepared.Take(asked);
        asked.Dispose();
        return prepared;
    }

    private sealed class Prepared : SqliteCommand
    {
        private readonly string _text;
        private readonly Dictionary<string, Prepared> _home;
        private string _asked;
        private bool _taken;

        public Prepared(string text, SqliteConnection connection, Dictionary<string, Prepared> home)
            : base(text, connection) => (_text, _asked, _home) = (text, text, home);

        /// <summary>Gets whether what is asked for is what is prepared here.</summary>
        public bool IsAsked => _asked == _text;

        /// <summary>Gets or sets what is to be run: linq2db may reuse a command for its next query, and that one is prepared elsewhere.</summary>
        public override string CommandText
        {
            get => _asked ?? base.CommandText;
#pragma warning disable CS8765 // No text at all is nobody's wish here.
            set
#pragma warning restore CS8765
            {
                if (_text is null)
                {
                    base.CommandText = value;
                }
                else
                {
                    _asked = value;
                }
            }
        }

        public void Take(SqliteCommand asked)
        {
            _taken = true;
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            foreach (SqliteParameter parameter in asked.Parameters)
            {
                Parameters.Add(parameter);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _taken && _home.Count < MostTexts && _home.TryAdd(_text, this))
            {
                _taken = false;
                _asked = _text;
                Transaction = null;
                Parameters.Clear();
            }
            else
            {
                base.Dispose(disposing);
            }
        }
    }
}
