using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class ShowOrder() : ShowVerb<OrderResponse>("Shows an order as it was sealed.", new OrderId())
{
    protected override Task<OrderResponse> ReadAsync(Invocation call, string id) => call.Client.Orders.GetAsync(id, call.Cancel);
}
