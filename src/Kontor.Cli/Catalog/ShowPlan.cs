using Kontor.Api.Catalog;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Catalog;

internal sealed class ShowPlan() : ShowVerb<CatalogPlanResponse>("Shows a plan with its terms and prices.", new PlanId())
{
    protected override async Task<CatalogPlanResponse> ReadAsync(Invocation call, string id) =>
        (await call.Client.GetCatalogAsync(call.Cancel)).Plans.FirstOrDefault(plan => plan.Id == id)
        ?? throw new CliException(ExitCode.NotFound, $"There is no plan '{id}' in the catalogue: 'kontor plans list' shows those there are.");
}
