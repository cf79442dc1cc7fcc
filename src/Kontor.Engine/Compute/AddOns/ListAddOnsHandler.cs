using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>Lists the add-ons that were ordered for a subject's present machine, oldest first.</summary>
public sealed class ListAddOnsHandler(Database database)
{
    /// <summary>Lists them.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<Result<AddOnList>> HandleAsync(SubjectId id, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.AddOns) is { } refused ? Task.FromResult<Result<AddOnList>>(refused) : database.ReadAsync<Result<AddOnList>>(
            async db => await SubjectStore.FindAsync(db, id) is { } subject && Sight.Sees(actor, subject)
                ? new AddOnList(await ReadAsync(db, subject))
                : PurchasingProblems.SubjectNotFound(),
            cancellationToken);

    private static async Task<List<ShownAddOn>> ReadAsync(DataConnection db, Subject subject)
    {
        var shown = new List<ShownAddOn>();
        foreach (var (item, serves) in await SaleStore.AddOnsAsync(db, subject.Id, subject.Generation))
        {
            var key = subject.Key.Of(item.Generation, $"addon:{item.Component}:{item.OriginId}");
            if (await OperationStore.FindByKeyAsync(db, key) is { } operation && await ChangeWish.FindAsync(db, operation.Id) is { } wish)
            {
                shown.Add(new ShownAddOn(item, wish.Read<SealedAddOn>(), operation, serves is not null));
            }
        }

        return shown;
    }
}

/// <summary>The add-ons of a subject's machine.</summary>
public sealed record AddOnList(IReadOnlyList<ShownAddOn> Items);

/// <summary>An add-on that was ordered: what it is sold as, what was sealed, the operation that buys it, and whether the client has it now.</summary>
public sealed record ShownAddOn(LineItem Item, SealedAddOn Sealed, Operation Operation, bool Active);
