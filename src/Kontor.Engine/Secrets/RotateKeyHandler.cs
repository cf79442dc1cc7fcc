using System.Security.Cryptography;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Secrets;

/// <summary>Puts a new key in the place of the one that wraps all data keys, while others seal and open.</summary>
/// <remarks>
/// Only the data keys are wrapped anew; what they sealed stays as it is. Wherever this dies, all keys that are needed stand
/// beside each other, and doing it again ends it. The replaced key is kept: backups are sealed with it.
/// </remarks>
public sealed class RotateKeyHandler(Database database, IIdSource ids)
{
    /// <summary>Rotates the key.</summary>
    /// <exception cref="KeyFileException">A key cannot be written or read; the message is one sentence with the cure.</exception>
    public async Task<RotatedKey> HandleAsync(KeyRing ring, Actor actor, CancellationToken cancellationToken)
    {
        var old = ring.Key;
        try
        {
            var next = KeyFile.Open(ring.NextPath, mayCreate: true, ids);
            KeyFile.Copy(ring.Path, ring.PathOfOld(old));
            var count = await database.WriteAsync("secrets.key_rotated", unit => RewrapAsync(unit, ring, next, actor), cancellationToken);
            File.Move(ring.NextPath, ring.Path, overwrite: true);
            return new RotatedKey(old.Id, next.Id, count, ring.PathOfOld(old));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException(
                $"The key was not changed ({refused.Message.TrimEnd('.')}): correct the folder of {ring.Path} and do it again; until then everything opens as before.");
        }
    }

    private async Task<int> RewrapAsync(UnitOfWork unit, KeyRing ring, KeyEncryptionKey next, Actor actor)
    {
        var rows = await unit.Db.GetTable<DataKeyRow>().Where(row => row.KekId != next.Id).ToListAsync();
        foreach (var row in rows)
        {
            var with = ring.Find(row.KekId)
                ?? throw new KeyFileException($"Data key {row.Number} of '{row.Owner}' is wrapped with {row.KekId}: put that key's file beside {ring.Path} first.");
            await unit.Db.UpdateAsync(row with { KekId = next.Id, Wrapped = Rewrap(row, with, next) });
        }

        await AuditTrail.AppendAsync(unit, actor, "secret.key_rotated", next.Id, new { From = ring.Key.Id, DataKeys = rows.Count });
        return rows.Count;
    }

    private byte[] Rewrap(DataKeyRow row, KeyEncryptionKey with, KeyEncryptionKey next)
    {
        Span<byte> nonce = stackalloc byte[Envelope.NonceLength];
        ids.Fill(nonce);
        var key = with.Unwrap(row.Wrapped, row.Owner);
        var wrapped = next.Wrap(key, row.Owner, row.Number, nonce);
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }
}

/// <summary>A key that was changed.</summary>
/// <param name="From">The id of the key before.</param>
/// <param name="To">The id of the key from now on.</param>
/// <param name="DataKeys">How many data keys were wrapped anew.</param>
/// <param name="OldPath">Where the key before is kept.</param>
public sealed record RotatedKey(string From, string To, int DataKeys, string OldPath);
