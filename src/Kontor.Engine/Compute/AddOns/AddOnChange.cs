using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.AddOns;

/// <summary>Buys an add-on for a machine that stands: sent once, proven by the machine's own add-ons, and never repeated.</summary>
public sealed class AddOnChange(
    ContaboAccounts accounts, ChangeStore changes, FindingStore findings, IIdSource ids, PurchasingOptions purchasing, ComputeOptions options)
    : InstanceChange
{
    /// <summary>The name of the change.</summary>
    public const string ChangeName = "add_on";

    public override string Name => ChangeName;

    public override string Family => "addon";

    public override Right Right => Right.AddOns;

    public override Repetition Repetition => Repetition.Paid;

    public override TimeSpan Patience => purchasing.AcceptedDeadline;

    public override TimeSpan? Duration => purchasing.OrderTimeout + purchasing.Settling;

    public override TimeSpan LookEvery => options.LookEvery;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) => WrongStatus(mirror);

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) =>
        Task.FromResult(WrongStatus(seen) is null ? ChangeLook.Ready : ChangeLook.Wait());

    /// <summary>What is there already is not bought; what is there is remembered, so that what is new is known.</summary>
    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        if (await OwnedAddOns.ReadAsync(accounts, scene.Resource, cancellationToken) is not { } owned)
        {
            return ChangeLook.Wait();
        }

        if (owned.Have(scene.Input<SealedAddOn>(), before: null))
        {
            return ChangeLook.AlreadySo("The machine has it already: nothing is bought.");
        }

        await changes.LearnAsync(scene, "addon.prepared", new AddOnFacts(owned.Ids), cancellationToken);
        return ChangeLook.Ready;
    }

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<SealedAddOn>();
        var request = wish.AddOn == KnownAddOns.Backup
            ? new UpgradeInstanceRequest { Backup = AddOnChoice.Ordered }
            : new UpgradeInstanceRequest { PrivateNetworking = AddOnChoice.Ordered };
        return Task.FromResult(new ChangeCall(
            Intent.AddOn, request.ToJsonBytes(), $"Ordering {wish.AddOn} for machine {scene.Resource.ProviderId}, {wish.Price.Committed()}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        _ = await client.Instances.UpgradeAsync(
            intent.Target!.Value.Value, intent.Body, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override Problem Refused(ContaboApiException refusal, string texts) => AddOnProblems.Refused(texts);

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var wish = scene.Input<SealedAddOn>();
        return await OwnedAddOns.ReadAsync(accounts, scene.Resource, cancellationToken) is not { } owned ? ChangeEffect.Unread
            : owned.Have(wish, scene.Facts<AddOnFacts>()?.Before) ? ChangeEffect.Seen($"The machine has {wish.AddOn}.")
            : ChangeEffect.NotYet();
    }

    public override Problem Unproven() => AddOnProblems.Unproven();

    public override Problem NotSeen(ChangeScene scene) => AddOnProblems.NotShown();

    public override Problem GivenUp() => AddOnProblems.GivenUp();

    /// <summary>From now on it serves what was sold. It is a purchase only if we sent for it.</summary>
    public override async Task OnSucceededAsync(UnitOfWork unit, ChangeScene scene)
    {
        var (wish, operation) = (scene.Input<SealedAddOn>(), scene.Operation);
        await SaleStore.AllocateAsync(unit, ids.NewId(), wish.LineItemId, scene.Resource.Id);
        var bought = (await IntentStore.ListAsync(unit, operation.Id))
            .LastOrDefault(intent => intent.Outcome is IntentOutcome.Recorded or IntentOutcome.Found);
        if (bought is not null)
        {
            await PurchaseLedger.RecordAsync(unit, PurchaseOf(unit, scene, wish, bought));
        }
    }

    /// <summary>What a person gave up may still cost money: that stays visible.</summary>
    public override async Task OnFailedAsync(UnitOfWork unit, ChangeScene scene)
    {
        if ((await IntentStore.ListAsync(unit, scene.Operation.Id)).Exists(intent => intent.Outcome == IntentOutcome.GivenUp))
        {
            var (wish, machine) = (scene.Input<SealedAddOn>(), scene.Resource);
            await findings.RaiseAsync(unit, new NewFinding(
                FindingKind.AddOnUnproven,
                $"{machine.Account}/{machine.ProviderId}/{wish.AddOn}:{wish.Ordinal}",
                $"Whether {wish.AddOn} was bought for machine {machine.ProviderId} could not be proven and a person gave it up: check the machine in Contabo's panel.",
                machine.Account,
                machine.SubjectId));
        }
    }

    private static Problem? WrongStatus(InstanceRow mirror) => mirror.Status is null or "running" or "stopped"
        ? null
        : ComputeProblems.WrongStatus(ChangeName, mirror.Status);

    private Purchase PurchaseOf(UnitOfWork unit, ChangeScene scene, SealedAddOn wish, Intent bought) => new()
    {
        Id = ids.NewId(),
        Key = scene.Operation.Key,
        OperationId = scene.Operation.Id,
        Attempt = bought.Attempt,
        SubjectId = scene.Operation.SubjectId,
        Generation = scene.Operation.Generation,
        ResourceId = scene.Resource.Id,
        Account = scene.Resource.Account,
        ProviderId = scene.Resource.ProviderId,
        Plan = wish.Price.Plan,
        Region = wish.Price.Region,
        TermMonths = wish.Price.Months,
        Currency = Currency.Parse(wish.Price.Currency),
        StoredMonthly = wish.Price.StoredMonthly,
        StoredCommitted = wish.Price.Committed().ToStored(),
        AddOn = wish.AddOn,
        Part = scene.Operation.Id.Value,
        Proof = bought.Outcome == IntentOutcome.Recorded ? PurchaseLedger.ByAnswer : PurchaseLedger.ByLookup,
        BoughtAt = unit.Now,
    };
}

/// <summary>What is learned while an add-on is bought.</summary>
/// <param name="Before">The provider's numbers of the add-ons that the machine had before.</param>
internal sealed record AddOnFacts(IReadOnlyList<long> Before);
