using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>Ends an add-on for the client. The provider's API cannot end it, so a person is asked to, and told what it costs until then.</summary>
public sealed class EndAddOnHandler(Database database, TaskStore tasks, FindingStore findings, PurchasingOptions options)
{
    /// <summary>The kind of task.</summary>
    public const string TaskKind = "add_on_still_paid";

    /// <summary>Ends it, or says why not; ended once more it is the same task.</summary>
    public async Task<Result<TaskRow>> HandleAsync(EndAddOn request, Actor actor, CancellationToken cancellationToken) =>
        (Rights.RefusalOf(actor, Right.AddOns) ?? OrderInstanceRules.CheckFingerprint(request.Fingerprint) ?? BuyAddOn.FaultOf(request.AddOn)) is { } malformed
            ? malformed
            : await database.WriteAsync("addon.end", unit => EndAsync(unit, request, actor), cancellationToken);

    private async Task<Result<TaskRow>> EndAsync(UnitOfWork unit, EndAddOn request, Actor actor)
    {
        var found = await new WishedSubject(request.Subject, request.Fingerprint, Source: null, actor).FindAsync(unit, findings);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        var subject = found.Value;
        var about = $"{subject.Key.Of(request.Generation, request.AddOn)}";
        if (await TaskStore.FindOpenAsync(unit, TaskKind, about) is { } open)
        {
            return open;
        }

        var sold = (await SaleStore.AddOnsAsync(unit.Db, subject.Id, request.Generation))
            .FindLast(row => row.Serves is not null && row.Item.Component == request.AddOn);
        return sold is { Item: { } item, Serves: { } serves } && await SaleStore.TryEndAllocationAsync(unit, item.Id)
            ? await AskAsync(unit, subject, item, await ResourceStore.GetAsync(unit, serves.ResourceId), about, actor)
            : AddOnProblems.NotSold(request.AddOn);
    }

    private async Task<TaskRow> AskAsync(UnitOfWork unit, Subject subject, LineItem item, Resource machine, string about, Actor actor)
    {
        await AuditTrail.AppendAsync(unit, actor, "addon.ended", item.Id, new { Subject = subject.Id.Value, item.Component });
        await tasks.OpenAsync(
            unit,
            new NewTask(TaskKind, about)
            {
                Title = $"End {item.Component} of machine {machine.ProviderId} in Contabo's panel",
                Detail = $"The client no longer has {item.Component} on machine {machine.ProviderId} (account {machine.Account}), and the API cannot end it: end it in the panel, then say so here.",
                Consequence = await CostAsync(unit, subject, item),
                DeadlineAt = unit.Now + options.AnnounceEvery,
                Source = subject.Source,
                SubjectId = subject.Id,
                ResourceId = machine.Id,
            },
            actor);
        return (await TaskStore.FindOpenAsync(unit, TaskKind, about))!;
    }

    private static async Task<string> CostAsync(UnitOfWork unit, Subject subject, LineItem item)
    {
        var operation = await OperationStore.FindByKeyAsync(
            unit, subject.Key.Of(item.Generation, $"addon:{item.Component}:{item.OriginId}"));
        var wish = operation is null ? null : await Change.ChangeStore.SceneAsync(unit, operation);
        return wish?.Wish is null
            ? "It is stopped for the client and still paid: it renews with the machine."
            : $"It is stopped for the client and still paid: {wish.Input<SealedAddOn>().Price.Monthly()} a month, renewed with the machine.";
    }
}

/// <summary>The wish that an add-on end for its client.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Generation">Which machine of it.</param>
/// <param name="Fingerprint">What it was sold as.</param>
/// <param name="AddOn">The add-on.</param>
public sealed record EndAddOn(SubjectId Subject, int Generation, Fingerprint Fingerprint, string AddOn);
