using Kontor.Engine.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;

namespace Kontor.Engine.Storage;

/// <summary>Which installation a database belongs to, and whether its cloud is a simulated one.</summary>
[Table("installation")]
public sealed record Installation
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("simulated")]
    public bool Simulated { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets since when the head of the audit trail is noted outside the database; null when it never was.</summary>
    [Column("head_noted_at")]
    public DateTimeOffset? HeadNotedAt { get; init; }

    /// <summary>Reads the installation, and makes it on first use.</summary>
    /// <param name="database">The database.</param>
    /// <param name="ids">Where the id of a new one comes from.</param>
    /// <param name="simulated">Whether this process talks to the simulated cloud.</param>
    /// <param name="cancellationToken">Stops the wait for the database.</param>
    /// <exception cref="DatabaseFileException">The database belongs to the other kind of cloud.</exception>
    public static Task<Installation> OpenAsync(Database database, IIdSource ids, bool simulated, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "installation.open",
            async unit =>
            {
                var installation = await unit.Db.GetTable<Installation>().FirstOrDefaultAsync();
                if (installation is null)
                {
                    installation = new Installation { Id = ids.NewId(), Simulated = simulated, CreatedAt = unit.Now };
                    await unit.Db.InsertAsync(installation);
                }

                return installation.Simulated == simulated ? installation : throw OtherCloud(installation);
            },
            cancellationToken);

    private static DatabaseFileException OtherCloud(Installation installation) => new(installation.Simulated
        ? "This database belongs to the simulated cloud and holds machines that do not exist: set KONTOR_DATA to another folder for real accounts."
        : "This database belongs to real accounts and the simulated cloud must not touch it: set KONTOR_DATA to another folder.");
}
