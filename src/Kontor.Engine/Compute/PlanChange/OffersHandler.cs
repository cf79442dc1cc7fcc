using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>Shows the plans that a machine may be changed into, as the provider offers them now.</summary>
public sealed class OffersHandler(ShowInstancesHandler instances, KnownPlans plans, ContaboAccounts accounts)
{
    /// <summary>Lists them.</summary>
    /// <param name="id">The machine.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ShownOffers>> HandleAsync(ResourceId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.AddOns) is { } refused)
        {
            return refused;
        }

        var machine = await instances.FindAsync(id, actor, cancellationToken);
        return machine.Problem is { } absent ? absent
            : machine.Value.Resource.State == Resource.Gone ? ComputeProblems.InstanceGone()
            : await ReadAsync(machine.Value, cancellationToken);
    }

    /// <summary>Why a plan cannot be had for a machine; null when it is offered.</summary>
    internal async Task<Problem?> RefusalAsync(ShownOffers shown, string plan, CancellationToken cancellationToken)
    {
        if (plan == shown.Current)
        {
            return PlanProblems.Current(plan);
        }

        var wanted = await plans.FindAsync(plan, cancellationToken);
        var current = await plans.FindAsync(shown.Current, cancellationToken);
        return wanted is not null && current is not null && wanted.Family != current.Family ? PlanProblems.OtherFamily(plan, wanted.Family, current.Family)
            : wanted is not null && current is not null && wanted.RamMib <= current.RamMib ? PlanProblems.Downgrade(plan, current.Id)
            : shown.Offers.Any(offer => offer.Plan == plan) ? null
            : PlanProblems.NotOffered(plan, shown.Offers.Select(offer => offer.Plan));
    }

    private async Task<Result<ShownOffers>> ReadAsync(ShownInstance machine, CancellationToken cancellationToken)
    {
        if (accounts.Find(machine.Resource.Account) is not { } account)
        {
            return AccountProblems.Missing(machine.Resource.Account);
        }

        try
        {
            var offers = await account.Client.Instances.ListUpgradeOffersAsync(machine.Resource.ProviderId.Value, cancellationToken);
            var shown = offers.Where(offer => offer.Current != true).Select(offer => PlanOffer.Of(offer, account.Currency)).OfType<PlanOffer>();
            return new ShownOffers(machine.Resource, machine.Mirror.ProductId, [.. shown]);
        }
        catch (ContaboApiException failure)
        {
            return PlanProblems.OffersUnread(failure.Reason.ToString());
        }
    }
}

/// <summary>A machine, its present plan, and the plans it may be changed into.</summary>
public sealed record ShownOffers(Resource Machine, string? Current, IReadOnlyList<PlanOffer> Offers);
