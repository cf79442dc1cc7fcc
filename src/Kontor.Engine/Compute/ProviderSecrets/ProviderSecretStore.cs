using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.ProviderSecrets;

/// <summary>The rows of secrets at the provider.</summary>
public sealed class ProviderSecretStore(Database database, Installation installation, IIdSource ids)
{
    private static readonly Actor Worker = Actor.Kontor("compute");

    private static readonly string[] Over =
        [.. new[] { OperationStatus.Succeeded, OperationStatus.Failed, OperationStatus.Cancelled }.Select(OperationStore.StatusName)];

    /// <summary>The numbers of all that is wanted; null while one is missing or on its way out.</summary>
    public async Task<SecretIds?> IdsAsync(WantedSecrets wanted, CancellationToken cancellationToken)
    {
        if (!wanted.Whats.Any())
        {
            return new SecretIds(null, null);
        }

        var stored = await database.ReadAsync(
            db => db.GetTable<ProviderSecret>()
                .Where(row => row.OperationId == wanted.Operation && row.ProviderId != null && row.DeleteAfter == null && row.DeletedAt == null)
                .ToDictionaryAsync(row => row.What, row => row.ProviderId!.Value, cancellationToken),
            cancellationToken);
        return wanted.Whats.All(stored.ContainsKey)
            ? new SecretIds(
                wanted.Keys.Count > 0 ? [.. wanted.Keys.Select(key => stored[ProviderSecretName.WhatOf(key)])] : null,
                wanted.Password ? stored[ProviderSecretName.Password] : null)
            : null;
    }

    /// <summary>Notes that a secret is wanted, before anything is sent for it.</summary>
    /// <returns>The row, when its number is still to be found; null when it stands there, or is being deleted and comes later.</returns>
    internal async Task<ProviderSecret?> WantAsync(UnitOfWork unit, WantedSecrets wanted, string what)
    {
        var name = ProviderSecretName.Of(installation, wanted.Operation, what);
        var row = await unit.Db.GetTable<ProviderSecret>().FirstOrDefaultAsync(one => one.Name == name);
        if (row is null)
        {
            row = new ProviderSecret
            {
                Id = ids.NewId(), Account = wanted.Account, OperationId = wanted.Operation, What = what, Name = name, CreatedAt = unit.Now,
            };
            await unit.Db.InsertAsync(row);
            await AuditTrail.AppendAsync(unit, Worker, "provider_secret.wanted", row.Id, new { Operation = wanted.Operation.Value, row.Name });
            return row;
        }

        if (row is { DeletedAt: null, DeleteAfter: { } due } && due <= unit.Now)
        {
            return null;
        }

        var again = await WantAgainAsync(unit, row);
        return again.ProviderId is null ? again : null;
    }

    /// <summary>Keeps the number under which a secret was found or made.</summary>
    internal static async Task KeepIdAsync(UnitOfWork unit, ProviderSecret seen, long id)
    {
        var kept = await unit.Db.GetTable<ProviderSecret>()
            .Where(row => row.Id == seen.Id && row.ProviderId == null && row.DeletedAt == null)
            .Set(row => row.ProviderId, id)
            .UpdateAsync();
        if (kept == 1)
        {
            await AuditTrail.AppendAsync(unit, Worker, "provider_secret.stored", seen.Id, new { Operation = seen.OperationId.Value, Secret = id });
        }
    }

    /// <summary>Whether rows have an operation that is over and no time of their deletion yet.</summary>
    internal Task<bool> AnyOverAsync(AccountId account, CancellationToken cancellationToken) =>
        database.ReadAsync(db => OverRows(db, account).AnyAsync(cancellationToken), cancellationToken);

    /// <summary>Gives what has served its operation a time from which on it is deleted; for a machine that was taken away there is no grace.</summary>
    internal static async Task SetTimesAsync(UnitOfWork unit, AccountId account, TimeSpan grace)
    {
        foreach (var over in await OverRows(unit.Db, account).ToListAsync())
        {
            await unit.Db.GetTable<ProviderSecret>()
                .Where(row => row.Id == over.Id && row.DeleteAfter == null)
                .Set(row => row.DeleteAfter, over.Ended ? over.OverSince : over.OverSince + grace)
                .UpdateAsync();
        }
    }

    /// <summary>A machine is taken away: what its operations have done with is deleted at the next look.</summary>
    internal static async Task EndAsync(UnitOfWork unit, SubjectId subject, int generation, Actor actor)
    {
        var served = from row in unit.Db.GetTable<ProviderSecret>()
                     join operation in unit.Db.GetTable<Operation>() on row.OperationId equals operation.Id
                     where operation.SubjectId == subject && operation.Generation == generation && Over.Contains(operation.Status)
                         && row.DeletedAt == null && (row.DeleteAfter == null || row.DeleteAfter > unit.Now)
                     select row;
        foreach (var secret in await served.ToListAsync())
        {
            await unit.Db.GetTable<ProviderSecret>().Where(row => row.Id == secret.Id).Set(row => row.DeleteAfter, unit.Now).UpdateAsync();
            await AuditTrail.AppendAsync(unit, actor, "provider_secret.ended", secret.Id, new { Operation = secret.OperationId.Value, secret.Name });
        }
    }

    /// <summary>The rows that are to be deleted by now.</summary>
    internal Task<List<ProviderSecret>> DueAsync(AccountId account, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<ProviderSecret>()
            .Where(row => row.Account == account && row.DeletedAt == null && row.DeleteAfter <= now)
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>The rows of some names.</summary>
    internal Task<List<ProviderSecret>> FindAllAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<ProviderSecret>().Where(row => names.Contains(row.Name)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Notes that nothing of a name stands there any more.</summary>
    internal static async Task DeletedAsync(UnitOfWork unit, ProviderSecret due)
    {
        var deleted = await unit.Db.GetTable<ProviderSecret>()
            .Where(row => row.Id == due.Id && row.DeletedAt == null && row.DeleteAfter != null)
            .Set(row => row.DeletedAt, unit.Now)
            .UpdateAsync();
        if (deleted == 1)
        {
            await AuditTrail.AppendAsync(
                unit, Worker, "provider_secret.deleted", due.Id, new { Operation = due.OperationId.Value, Secret = due.ProviderId });
        }
    }

    /// <summary>An operation that was over goes on: what is deleted is made anew, what is not stays.</summary>
    private static async Task<ProviderSecret> WantAgainAsync(UnitOfWork unit, ProviderSecret row)
    {
        if (row.DeleteAfter is null)
        {
            return row;
        }

        var again = row with { ProviderId = row.DeletedAt is null ? row.ProviderId : null, DeleteAfter = null, DeletedAt = null };
        await unit.Db.UpdateAsync(again);
        await AuditTrail.AppendAsync(unit, Worker, "provider_secret.wanted", row.Id, new { Operation = row.OperationId.Value, row.Name });
        return again;
    }

    private static IQueryable<OverRow> OverRows(DataConnection db, AccountId account) =>
        from row in db.GetTable<ProviderSecret>()
        join operation in db.GetTable<Operation>() on row.OperationId equals operation.Id
        where row.Account == account && row.DeletedAt == null && row.DeleteAfter == null && Over.Contains(operation.Status)
        select new OverRow
        {
            Id = row.Id,
            OverSince = operation.UpdatedAt,
            Ended = TerminationStore.Locked(db).Any(ended => ended.SubjectId == operation.SubjectId && ended.Generation == operation.Generation),
        };

    private sealed class OverRow
    {
        public required string Id { get; init; }

        public DateTimeOffset OverSince { get; init; }

        public bool Ended { get; init; }
    }
}
