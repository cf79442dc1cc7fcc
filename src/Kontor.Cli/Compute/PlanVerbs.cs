using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class ListOffers() : ListOf<PlanOfferResponse>(
    "offers", "Lists the plans that the machine may be changed into, as Contabo offers them now.", "Contabo offers no other plan for it now.", All, new InstanceId())
{
    private static readonly Column<PlanOfferResponse>[] All =
    [
        new("plan", offer => offer.Plan),
        new("name", offer => offer.Name),
        new("cores", offer => offer.CpuCores is { } cores ? Cell.Number(cores) : null),
        new("memory", offer => offer.RamMib is { } mib ? Cell.Size(mib) : null),
        new("disk", offer => offer.DiskMib is { } mib ? Cell.Size(mib) : null),
        new("monthly", offer => offer.Monthly is { } price ? Cell.Money(price) : null),
        new("more", offer => offer.Difference is { } more ? Cell.Money(more) : null),
        new("live", offer => offer.LiveMigration is true ? "yes" : offer.LiveMigrationDisabledReason),
    ];

    protected override async IAsyncEnumerable<PlanOfferResponse> ReadAsync(Invocation call, string id)
    {
        foreach (var offer in (await call.Client.PlanChanges.ListOffersAsync(id, call.Cancel)).Items)
        {
            yield return offer;
        }
    }
}

internal sealed class ChangePlan : OperationOn
{
    private readonly Option<string?> _plan = Given.Text("--plan", "The larger plan, as 'kontor instances offers' shows it.", "PLAN").Needed();

    public ChangePlan()
        : base("change-plan", "Has a person change the machine's plan in Contabo's panel, since its API takes no order for that. Shows first what it costs.", new InstanceId(), asks: true)
    {
        Add(_plan);
        Examples = ["kontor instances change-plan 01K9ZC3T0000000000000000AB --plan V154"];
    }

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var offers = await call.Client.PlanChanges.ListOffersAsync(id, call.Cancel);
        var plan = call.Given(_plan);
        return offers.Items.FirstOrDefault(one => one.Plan == plan) is not { } offer
            ? $"Contabo does not offer {plan} for machine {id} now."
            : $"Machine {id} becomes {plan} instead of {offers.Current} when a person has ordered it in Contabo's panel: "
                + $"{(offer.Difference is { } more ? $"{Cell.Money(more)} more a month" : "Contabo does not say for how much more a month")}."
                + (offer.LiveMigration == false ? $" It is installed anew ({offer.LiveMigrationDisabledReason}), and what is on it is lost." : "")
                + (offer.RequiredConfirmations.Count > 0 ? $" To agree to: {string.Join(", ", offer.RequiredConfirmations)}." : "");
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.PlanChanges.RequestAsync(id, new ChangePlanRequest { Plan = call.Given(_plan) }, idempotencyKey, call.Cancel);
}
