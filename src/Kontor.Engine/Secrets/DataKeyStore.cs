using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Secrets;

/// <summary>The data keys, one for each owner, made when the owner's first secret is sealed.</summary>
internal sealed class DataKeyStore(IKeySource keys, IIdSource ids)
{
    /// <summary>The key with which an owner's next secret is sealed.</summary>
    public async Task<DataKey> CurrentAsync(UnitOfWork unit, string owner)
    {
        var row = await unit.Db.GetTable<DataKeyRow>()
            .Where(key => key.Owner == owner)
            .OrderByDescending(key => key.Number)
            .FirstOrDefaultAsync();
        return Unwrap(row ?? await MakeAsync(unit, owner));
    }

    /// <summary>The key with which an owner's secret was sealed.</summary>
    /// <exception cref="SecretUnreadableException">There is no such key, or it cannot be unwrapped.</exception>
    public async Task<DataKey> GetAsync(UnitOfWork unit, string owner, int number) => Unwrap(
        await unit.Db.GetTable<DataKeyRow>().FirstOrDefaultAsync(key => key.Owner == owner && key.Number == number)
            ?? throw new SecretUnreadableException($"There is no data key {number} of '{owner}'."));

    private async Task<DataKeyRow> MakeAsync(UnitOfWork unit, string owner)
    {
        const int First = 1;
        var key = keys.Key;
        var row = new DataKeyRow
        {
            Owner = owner, Number = First, KekId = key.Id, Wrapped = WrapNew(key, owner, First), CreatedAt = unit.Now,
        };
        await unit.Db.InsertAsync(row);
        await AuditTrail.AppendAsync(unit, Actor.Kontor("secrets"), "secret.data_key_made", owner, new { row.Number, row.KekId });
        return row;
    }

    private byte[] WrapNew(KeyEncryptionKey with, string owner, int number)
    {
        Span<byte> key = stackalloc byte[Envelope.KeyLength];
        Span<byte> nonce = stackalloc byte[Envelope.NonceLength];
        ids.Fill(key);
        ids.Fill(nonce);
        var wrapped = with.Wrap(key, owner, number, nonce);
        key.Clear();
        return wrapped;
    }

    private DataKey Unwrap(DataKeyRow row) => keys.Find(row.KekId) is { } key
        ? new DataKey(row.Number, key.Unwrap(row.Wrapped, row.Owner))
        : throw new SecretUnreadableException($"Data key {row.Number} of '{row.Owner}' is wrapped with {row.KekId}, and the key here is {keys.Key.Id}.");
}
