using Kontor.Api;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Catalog;

internal sealed class PlanId() : IdArgument("plan", "plans")
{
    public override async IAsyncEnumerable<(string Id, string Text)> ReadAsync(
        KontorClient client, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var plan in (await client.GetCatalogAsync(cancellationToken)).Plans)
        {
            yield return (plan.Id, plan.Name);
        }
    }
}
