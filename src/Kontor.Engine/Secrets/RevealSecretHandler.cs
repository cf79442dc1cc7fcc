using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Secrets;

/// <summary>Shows a secret to whoever holds its link, once.</summary>
public sealed class RevealSecretHandler(Database database, SecretBox box, TimeProvider clock)
{
    /// <summary>What the secret behind a link is, if it can still be shown; looking burns nothing.</summary>
    public async Task<string?> PurposeAsync(string? token, CancellationToken cancellationToken)
    {
        var link = LinkToken.HashOf(token) is { } hash
            ? await database.ReadAsync(
                db => db.GetTable<OneTimeLink>().FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken), cancellationToken)
            : null;
        return link is not null && link.IsLive(clock.GetUtcNow()) ? link.Purpose : null;
    }

    /// <summary>Burns the link and gives the secret; null when the link was used, has expired, or never was.</summary>
    /// <param name="token">The token of the link.</param>
    /// <param name="address">The network address of whoever opens it.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<SecretText?> RevealAsync(string? token, string? address, CancellationToken cancellationToken) =>
        // Looked at before a write is begun: anybody may try tokens, and none of that is to hold up the writers.
        await PurposeAsync(token, cancellationToken) is null
            ? null
            : await database.WriteAsync("secrets.revealed", unit => RevealAsync(unit, LinkToken.HashOf(token)!, address), cancellationToken);

    private async Task<SecretText?> RevealAsync(UnitOfWork unit, string hash, string? address)
    {
        var link = await unit.Db.GetTable<OneTimeLink>().FirstOrDefaultAsync(row => row.TokenHash == hash);
        if (link is not { Sealed: { } sealedValue } || !link.IsLive(unit.Now))
        {
            return null;
        }

        var secret = await box.OpenAsync(unit, OneTimeLinkStore.PlaceOf(link.Source, link.Id), sealedValue);
        if (!await TryBurnAsync(unit, link))
        {
            return null;
        }

        var holder = new Actor(ActorKind.Link, link.Id, link.Source, Address: address);
        await AuditTrail.AppendAsync(
            unit, holder, "secret.revealed", link.Id, new { Operation = link.OperationId?.Value, Instance = link.ResourceId?.Value });
        return secret;
    }

    private static async Task<bool> TryBurnAsync(UnitOfWork unit, OneTimeLink link) => await unit.Db.GetTable<OneTimeLink>()
        .Where(row => row.Id == link.Id && row.UsedAt == null && row.TokenHash == link.TokenHash)
        .Set(row => row.UsedAt, unit.Now)
        .Set(row => row.Sealed, (byte[]?)null)
        .UpdateAsync() == 1;
}
