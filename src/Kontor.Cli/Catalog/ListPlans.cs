using System.CommandLine;
using Kontor.Api.Catalog;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Catalog;

internal sealed class ListPlans : ListVerb<CatalogPlanResponse>
{
    private static readonly Column<CatalogPlanResponse>[] All =
    [
        new("id", plan => plan.Id),
        new("name", plan => plan.Name),
        new("family", plan => plan.Family),
        new("cores", plan => Cell.Number(plan.CpuCores)),
        new("memory", plan => Cell.Size(plan.RamMib)),
        new("disk", plan => Cell.Size(plan.DiskMib)),
        new("snapshots", plan => Cell.Number(plan.Snapshots)),
        new("orderable", plan => Cell.Word(plan.Orderable)),
        new("months", plan => Terms(plan)),
        new("monthly-from", plan => Cheapest(plan)),
        new("retired", plan => Cell.Day(plan.RetiredOn)),
    ];

    private readonly Option<bool> _orderable = Given.Flag("--orderable", "Only those that can be ordered now.");

    public ListPlans()
        : base("Lists the plans of the catalogue; 'plans show' has the prices of one.", "There is no such plan.", All)
    {
        Add(_orderable);
        Examples = ["kontor plans list --orderable --columns id,name,cores,memory,monthly-from"];
    }

    protected override IAsyncEnumerable<CatalogPlanResponse> ReadAsync(Invocation call)
    {
        var onlyOrderable = call.Get(_orderable);
        return CatalogReading.PartAsync(
            call, catalog => catalog.Plans.Where(plan => !onlyOrderable || (plan.Orderable == Orderable.Yes && plan.RetiredOn is null)), call.Cancel);
    }

    private static string? Terms(CatalogPlanResponse plan) =>
        string.Join(",", plan.Terms.Where(term => term.Orderable == Orderable.Yes).Select(term => Cell.Number(term.Months))) is { Length: > 0 } terms ? terms : null;

    // Amounts of different currencies have no order.
    private static string? Cheapest(CatalogPlanResponse plan) => plan.Prices.Count == 0
        ? null
        : string.Join(", ", plan.Prices.GroupBy(price => price.Monthly.Currency).Select(prices => Cell.Money(prices.MinBy(price => price.Monthly.Amount)!.Monthly)));
}
