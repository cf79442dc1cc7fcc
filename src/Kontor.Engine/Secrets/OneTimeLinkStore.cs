using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Secrets;

/// <summary>The rows of secrets that are shown once.</summary>
public sealed class OneTimeLinkStore(Database database, SecretBox box, IIdSource ids)
{
    /// <summary>Keeps a secret, sealed, until its link was asked for and opened. Nobody can open it before.</summary>
    /// <param name="unit">The transaction that makes the secret true.</param>
    /// <param name="wanted">The secret.</param>
    /// <param name="actor">Who had it made.</param>
    /// <returns>Its id.</returns>
    public async Task<string> AddAsync(UnitOfWork unit, NewOneTimeLink wanted, Actor actor)
    {
        var id = ids.NewId();
        await unit.Db.InsertAsync(new OneTimeLink
        {
            Id = id,
            Source = wanted.Source,
            OperationId = wanted.OperationId,
            SubjectId = wanted.SubjectId,
            ResourceId = wanted.ResourceId,
            Purpose = wanted.Purpose,
            Sealed = await box.SealAsync(unit, PlaceOf(wanted.Source, id), wanted.Value),
            CreatedAt = unit.Now,
            ExpiresAt = wanted.ExpiresAt,
        });
        await AuditTrail.AppendAsync(
            unit, actor, "secret.kept", id, new { Operation = wanted.OperationId?.Value, Instance = wanted.ResourceId?.Value, wanted.ExpiresAt });
        return id;
    }

    /// <summary>The secret of an operation; null when it made none.</summary>
    public static Task<OneTimeLink?> FindAsync(UnitOfWork unit, OperationId operation) =>
        unit.Db.GetTable<OneTimeLink>().FirstOrDefaultAsync(row => row.OperationId == operation);

    /// <summary>Lists the secrets of a machine, newest first.</summary>
    /// <param name="resource">The machine.</param>
    /// <param name="source">Only this source's; null for all.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<List<OneTimeLink>> ListAsync(
        ResourceId resource, string? source, string? before, int limit, CancellationToken cancellationToken) => database.ReadAsync(
            db => db.GetTable<OneTimeLink>()
                .Where(row => row.ResourceId == resource)
                .Where(row => source == null || row.Source == source)
                .Where(row => before == null || string.Compare(row.Id, before) < 0)
                .OrderByDescending(row => row.Id)
                .Take(limit)
                .ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>Ends what can still be shown of a machine; from now on it is like what has expired.</summary>
    /// <param name="unit">The transaction in which the machine is taken away.</param>
    /// <param name="resource">The machine.</param>
    /// <param name="actor">Who takes it away.</param>
    public static async Task RevokeAsync(UnitOfWork unit, ResourceId resource, Actor actor)
    {
        var live = await unit.Db.GetTable<OneTimeLink>().Where(row => row.ResourceId == resource && row.Sealed != null).ToListAsync();
        foreach (var link in live.Where(link => link.IsLive(unit.Now)))
        {
            await unit.Db.GetTable<OneTimeLink>()
                .Where(row => row.Id == link.Id)
                .Set(row => row.Sealed, (byte[]?)null)
                .Set(row => row.ExpiresAt, unit.Now)
                .UpdateAsync();
            await AuditTrail.AppendAsync(
                unit, actor, "secret.revoked", link.Id, new { Operation = link.OperationId?.Value, Instance = link.ResourceId?.Value });
        }
    }

    /// <summary>Where the secret of a row is sealed for.</summary>
    internal static SecretPlace PlaceOf(string source, string id) => new(source, OneTimeLink.Table, id, "sealed");
}
