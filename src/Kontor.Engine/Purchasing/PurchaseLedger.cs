using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Purchasing;

/// <summary>What was bought, at what price, how we know. Rows are only ever added.</summary>
public sealed class PurchaseLedger(Database database)
{
    /// <summary>The answer to the order itself named the instance.</summary>
    public const string ByAnswer = "answer";

    /// <summary>The answer was lost, and the instance was found at the provider.</summary>
    public const string ByLookup = "lookup";

    /// <summary>Writes the purchase of an operation.</summary>
    /// <param name="unit">The transaction that also moves the operation.</param>
    /// <param name="id">The new line's id.</param>
    /// <param name="operation">The operation that bought.</param>
    /// <param name="order">What was sealed.</param>
    /// <param name="resource">Our row of the instance.</param>
    /// <param name="instance">The provider's number of it.</param>
    /// <param name="proof"><see cref="ByAnswer"/> or <see cref="ByLookup"/>.</param>
    public static Task RecordAsync(
        UnitOfWork unit, string id, Operation operation, SealedOrder order, ResourceId resource, ProviderInstanceId instance, string proof) =>
        unit.Db.InsertAsync(new Purchase
        {
            Id = id,
            Key = operation.Key,
            OperationId = operation.Id,
            Attempt = operation.Attempt,
            SubjectId = order.SubjectId,
            Generation = order.Generation,
            ResourceId = resource,
            Account = order.Account,
            ProviderId = instance,
            Plan = order.Plan,
            Region = order.Region,
            TermMonths = order.TermMonths,
            Currency = order.Currency,
            StoredMonthly = order.StoredMonthly,
            StoredSetup = order.StoredSetup,
            StoredCommitted = order.StoredCommitted,
            Proof = proof,
            BoughtAt = unit.Now,
        });

    /// <summary>Writes the purchase of an add-on.</summary>
    public static Task RecordAsync(UnitOfWork unit, Purchase purchase) => unit.Db.InsertAsync(purchase);

    /// <summary>Lists purchases with their subjects, newest first.</summary>
    public Task<List<(Purchase Purchase, Subject Subject)>> ListAsync(
        string? source, string? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async db =>
            {
                var rows = await (from purchase in db.GetTable<Purchase>()
                                  join owner in db.GetTable<Subject>() on purchase.SubjectId equals owner.Id
                                  where (source == null || owner.Source == source)
                                      && (before == null || string.Compare(purchase.Id, before) < 0)
                                  orderby purchase.Id descending
                                  select new { purchase, owner }).Take(limit).ToListAsync(cancellationToken);
                return rows.ConvertAll(row => (row.purchase, row.owner));
            },
            cancellationToken);
}
