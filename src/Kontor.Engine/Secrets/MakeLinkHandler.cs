using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;

namespace Kontor.Engine.Secrets;

/// <summary>Makes the link at which the secret of an operation is shown once. A link made before stops working.</summary>
/// <remarks>
/// The token follows from the caller's key of its request, so the same request sent again gets the same link although only
/// a hash of it is kept.
/// </remarks>
public sealed class MakeLinkHandler(Database database, SecretBox box)
{
    private const string Purpose = "kontor one-time link";

    /// <summary>Makes the link.</summary>
    /// <param name="operation">The operation that made the secret.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="idempotencyKey">The caller's key of this request.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public Task<Result<MadeLink>> HandleAsync(
        OperationId operation, string? source, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync("secrets.link_made", unit => MakeAsync(unit, new Asked(operation, source, idempotencyKey, actor)), cancellationToken);

    private async Task<Result<MadeLink>> MakeAsync(UnitOfWork unit, Asked asked)
    {
        var link = await OneTimeLinkStore.FindAsync(unit, asked.Operation);
        if (link is null || (asked.Source is not null && link.Source != asked.Source))
        {
            return SecretProblems.NotFound();
        }

        if (!link.IsLive(unit.Now))
        {
            return link.UsedAt is null ? SecretProblems.Expired() : SecretProblems.AlreadyRevealed();
        }

        var token = LinkToken.Of(await box.DeriveAsync(unit, link.Source, Purpose, link.Id, asked.IdempotencyKey));
        return await TrySetAsync(unit, link, LinkToken.HashOf(token)!, asked.Actor)
            ? new MadeLink(link, LinkToken.PathOf(token))
            : SecretProblems.AlreadyRevealed();
    }

    private static async Task<bool> TrySetAsync(UnitOfWork unit, OneTimeLink link, string hash, Actor actor)
    {
        if (link.TokenHash == hash)
        {
            return true;
        }

        var set = await unit.Db.GetTable<OneTimeLink>()
            .Where(row => row.Id == link.Id && row.UsedAt == null)
            .Set(row => row.TokenHash, hash)
            .UpdateAsync() == 1;
        if (set)
        {
            await AuditTrail.AppendAsync(
                unit, actor, "secret.link_made", link.Id, new { Operation = link.OperationId?.Value, Replaced = link.TokenHash is not null });
        }

        return set;
    }

    private sealed record Asked(OperationId Operation, string? Source, string IdempotencyKey, Actor Actor);
}

/// <summary>A link for the eyes of the one who asked for it.</summary>
/// <remarks>Not a record, so that no log line can print the link by printing this.</remarks>
public sealed class MadeLink
{
    internal MadeLink(OneTimeLink link, string path) => (Link, Path) = (link, path);

    public OneTimeLink Link { get; }

    /// <summary>Gets the path at which the secret is shown once.</summary>
    public string Path { get; }
}
