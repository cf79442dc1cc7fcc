using System.CommandLine;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class ListOrders : ListVerb<OrderResponse>
{
    private static readonly Column<OrderResponse>[] All =
    [
        new("id", order => order.Id),
        new("subject", order => order.Subject.Id),
        new("external-id", order => order.Subject.ExternalId),
        new("generation", order => Cell.Number(order.Generation)),
        new("plan", order => order.Plan),
        new("region", order => order.Region),
        new("months", order => Cell.Number(order.TermMonths)),
        new("committed", order => Cell.Money(order.Price.Committed)),
        new("status", order => Cell.Word(order.Operation.Status)),
        new("sealed", order => Cell.Instant(order.SealedAt)),
        new("label", order => order.Label),
    ];

    private readonly Option<string?> _subject = Given.Text("--subject", "Only those of this subject.", "ID");

    public ListOrders()
        : base("Lists orders, newest first.", "There is no order.", All)
    {
        Add(_subject);
        Examples = ["kontor orders list --limit 20", "kontor orders list --output jsonl | jq -r .operation.id"];
    }

    protected override IAsyncEnumerable<OrderResponse> ReadAsync(Invocation call) => call.Client.Orders.ListAsync(call.Get(_subject), call.Cancel);
}
